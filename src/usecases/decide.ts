/** Any decision in, carried out by the use case of its record; the derived tiers it touches are made anew by whoever calls. */
import type { Decided } from '../core/decided.ts'
import { recordCampaign } from './act/record-campaign.ts'
import { ruleOnActions } from './actions/rule-on-actions.ts'
import { recordAnalysis } from './analyses/record-analysis.ts'
import { recordCase } from './cases/record-case.ts'
import { recordAnswer, recordQuestion } from './colleagues/record-question.ts'
import type { Context } from './context.ts'
import { decideDraft } from './decide-draft.ts'
import { decideIncident } from './decide-incident.ts'
import { decideTier } from './decide-tier.ts'
import { judgeBodies } from './link/judge-bodies.ts'
import { judgePeople } from './link/judge-people.ts'
import { judgePerson } from './link/judge-person.ts'
import { judgeRecords } from './link/judge-records.ts'
import { judgeStems } from './link/judge-stems.ts'
import { recordCoverage } from './measure/record-coverage.ts'
import { moveRecords } from './move-records.ts'
import { recordPlan } from './plan/record-plan.ts'
import { recordRating } from './rating/record-rating.ts'
import { recordRecommendation } from './recommendations/record-recommendation.ts'
import { recordPerson } from './record-person.ts'
import { recordProceeding } from './record-proceeding.ts'
import { recordReply } from './record-reply.ts'
import { recordRetention } from './record-retention.ts'
import { recordSaying } from './record-saying.ts'
import { ruleOnField } from './rule-on-field.ts'
import { sayCollector } from './say-collector.ts'
import { sayCovered } from './say-covered.ts'
import { recordSecond } from './second/record-second.ts'
import { shareRecord } from './share-record.ts'
import { recordSigning } from './signing/record-signing.ts'
import { recordTactic } from './tactics/tactics.ts'
import { recordCard } from './teach/record-card.ts'
import { recordLesson } from './teach/record-lesson.ts'
import { recordTestimony } from './testimony/record-testimony.ts'
import { recordWriting } from './writing/record-writing.ts'

export async function decide(context: Context, decided: Decided): Promise<void> {
  switch (decided.record) {
    case 'incident':
      return decideIncident(context, decided)
    case 'draft':
      return decideDraft(context, decided)
    case 'second':
      return recordSecond(context, decided)
    case 'question':
      return recordQuestion(context, decided)
    case 'answer':
      return recordAnswer(context, decided)
    case 'saying':
      return recordSaying(context, decided)
    case 'ruling':
      return ruleOnField(context, decided)
    case 'judgement':
      return judgePerson(context, decided)
    case 'pair':
      return judgeRecords(context, decided)
    case 'people':
      return judgePeople(context, decided)
    case 'collector':
      return sayCollector(context, decided)
    case 'cover':
      return sayCovered(context, decided)
    case 'stems':
      return judgeStems(context, decided)
    case 'bodies':
      return judgeBodies(context, decided)
    case 'tier':
      return decideTier(context, decided)
    case 'person':
      return recordPerson(context, decided)
    case 'proceeding':
      return recordProceeding(context, decided)
    case 'move':
      return moveRecords(context, decided)
    case 'share':
      return shareRecord(context, decided)
    case 'reply':
      return recordReply(context, decided)
    case 'retention':
      return recordRetention(context, decided)
    case 'coverage':
      return recordCoverage(context, decided)
    case 'case':
    case 'entry':
    case 'observation':
    case 'assistance':
      return recordCase(context, decided)
    case 'assessment':
    case 'index':
    case 'rating':
    case 'panel':
    case 'watch':
      return recordRating(context, decided)
    case 'publication':
    case 'text':
    case 'remark':
    case 'remark-end':
    case 'issue':
      return recordWriting(context, decided)
    case 'offer':
    case 'signature':
      return recordSigning(context, decided)
    case 'testimony':
    case 'quotation':
    case 'unquote':
      return recordTestimony(context, decided)
    case 'action-ruling':
      return ruleOnActions(context, decided)
    case 'campaign':
    case 'campaign-entry':
      return recordCampaign(context, decided)
    case 'card-review':
    case 'reader-test':
      return recordCard(context, decided)
    case 'lesson-tally':
      return recordLesson(context, decided)
    case 'analysis':
      return recordAnalysis(context, decided)
    case 'recommendation':
    case 'no-recommendation':
    case 'grade':
    case 'demand':
      return recordRecommendation(context, decided)
    case 'tactic':
      return recordTactic(context, decided)
    case 'plan':
      return recordPlan(context, decided)
  }
}
