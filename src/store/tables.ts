/** The columns of every table, as the query builder sees them; of each kind of row in rows/. */
import type {
  AccountRow,
  ApiTokenRow,
  CredentialRow,
  FileViewRow,
  HouseStateRow,
  InvitationRow,
  OrganisationRow,
  SessionRow,
  TrainingRow,
  VisitRow,
} from './rows/accounts.ts'
import type {
  ActionAskRow,
  ActionCountRow,
  ActionKeyRow,
  ActionMarkRow,
  ActionNewsRow,
  ActionPatchRow,
  ActionRecountRow,
  ActionRow,
  ActionRulingRow,
  ActionWindowRow,
  CampaignEntryRow,
  CampaignRow,
  PlanEntryRow,
  RecommendationGradeRow,
  RecommendationRow,
  TacticRow,
} from './rows/act.ts'
import type {
  AnalysisRow,
  AnswerRow,
  BasisRow,
  CoverageRow,
  DecisionRow,
  JudgementRow,
  LinkRow,
  MoveRow,
  PersonRow,
  QuestionRow,
  ReplyRow,
  RetentionRow,
  SecondReadingRow,
  ShareRow,
  TellingRow,
} from './rows/decided.ts'
import type { ExportConsentRow, ExportRow, ExportTakenRow } from './rows/exports.ts'
import type { LetterRow, SubscriptionRow } from './rows/letters.ts'
import type {
  CheckpointRow,
  CosignatureRow,
  EventRow,
  TimeStampRow,
  TombstoneRow,
  WitnessRow,
} from './rows/log.ts'
import type {
  PublicActionCountsRow,
  PublicationIssueRow,
  PublicationMoveRow,
  PublicationOutlineRow,
  PublicationRemarkRow,
  PublicationRow,
  PublicationSentenceRow,
  PublicCampaignRow,
  PublicCountersRow,
  PublicIncidentRow,
  PublicMeasureRow,
  PublicProceedingRow,
  PublicPublicationRow,
  PublicRecommendationRow,
  PublicSearchRow,
  PublicStateRow,
  PublicThingCountRow,
  PublicThingRow,
} from './rows/public.ts'
import type {
  AssessmentRow,
  IndexValueRow,
  MarginRow,
  PanelWordRow,
  RatingRow,
  WatchWordRow,
} from './rows/rating.ts'
import type {
  CaseRecordRow,
  CountedRow,
  IncidentStored,
  PartnerIncidentRow,
  PartnerTestimonyRow,
} from './rows/records.ts'
import type {
  FieldItemRow,
  FieldPassRow,
  FieldPieceRow,
  IntakeDayRow,
  IntakeLetterRow,
  IntakeTriageRow,
  RecipientListRow,
  SealedItemRow,
} from './rows/sealed.ts'
import type { ClaimRow, DocumentRow, FileRow, ReadingRow, SourceRow } from './rows/sources.ts'
import type { CardReviewRow, LessonTallyRow, ReaderTestRow } from './rows/teach.ts'
import type {
  QuotationEndRow,
  QuotationRow,
  SignActRow,
  SignLinkRow,
  SignOfferRow,
  TestimonyRow,
} from './rows/texts.ts'

export type * from './rows/accounts.ts'
export type * from './rows/act.ts'
export type * from './rows/appended.ts'
export type * from './rows/decided.ts'
export type * from './rows/exports.ts'
export type * from './rows/letters.ts'
export type * from './rows/log.ts'
export type * from './rows/public.ts'
export type * from './rows/rating.ts'
export type * from './rows/records.ts'
export type * from './rows/sealed.ts'
export type * from './rows/sources.ts'
export type * from './rows/teach.ts'
export type * from './rows/texts.ts'

export type Tables = {
  files: FileRow
  sources: SourceRow
  documents: DocumentRow
  readings: ReadingRow
  claims: ClaimRow
  decisions: DecisionRow
  tellings: TellingRow
  links: LinkRow
  persons: PersonRow
  bases: BasisRow
  judgements: JudgementRow
  moves: MoveRow
  shares: ShareRow
  exports: ExportRow
  export_consents: ExportConsentRow
  exports_taken: ExportTakenRow
  replies: ReplyRow
  retentions: RetentionRow
  questions: QuestionRow
  answers: AnswerRow
  second_readings: SecondReadingRow
  coverage: CoverageRow
  assessments: AssessmentRow
  index_values: IndexValueRow
  ratings: RatingRow
  panel_words: PanelWordRow
  watch_words: WatchWordRow
  analyses: AnalysisRow
  recommendations: RecommendationRow
  recommendation_grades: RecommendationGradeRow
  tactics: TacticRow
  margins: MarginRow
  witnesses: WitnessRow
  publications: PublicationRow
  publication_outlines: PublicationOutlineRow
  publication_sentences: PublicationSentenceRow
  publication_remarks: PublicationRemarkRow
  publication_moves: PublicationMoveRow
  publication_issues: PublicationIssueRow
  sign_offers: SignOfferRow
  sign_acts: SignActRow
  sign_links: SignLinkRow
  testimonies: TestimonyRow
  quotations: QuotationRow
  quotation_ends: QuotationEndRow
  campaigns: CampaignRow
  campaign_entries: CampaignEntryRow
  plan_entries: PlanEntryRow
  card_reviews: CardReviewRow
  reader_tests: ReaderTestRow
  lesson_tallies: LessonTallyRow
  tombstones: TombstoneRow
  events: EventRow
  checkpoints: CheckpointRow
  cosignatures: CosignatureRow
  time_stamps: TimeStampRow
  incidents: Omit<IncidentStored, 'counted'>
  counted: CountedRow
  partner_incidents: PartnerIncidentRow
  partner_testimonies: PartnerTestimonyRow
  case_records: CaseRecordRow
  public_incidents: PublicIncidentRow
  public_things: PublicThingRow
  public_counters: PublicCountersRow
  public_thing_counts: PublicThingCountRow
  public_proceedings: PublicProceedingRow
  public_search: PublicSearchRow
  public_publications: PublicPublicationRow
  public_campaigns: PublicCampaignRow
  public_recommendations: PublicRecommendationRow
  public_measures: PublicMeasureRow
  public_state: PublicStateRow
  organisations: OrganisationRow
  accounts: AccountRow
  credentials: CredentialRow
  sessions: SessionRow
  invitations: InvitationRow
  visits: VisitRow
  file_views: FileViewRow
  trainings: TrainingRow
  api_tokens: ApiTokenRow
  recipient_lists: RecipientListRow
  sealed_items: SealedItemRow
  intake_letters: IntakeLetterRow
  intake_days: IntakeDayRow
  intake_triage: IntakeTriageRow
  field_passes: FieldPassRow
  field_pieces: FieldPieceRow
  field_items: FieldItemRow
  house_state: HouseStateRow
  subscriptions: SubscriptionRow
  letters: LetterRow
  action_keys: ActionKeyRow
  action_marks: ActionMarkRow
  action_asks: ActionAskRow
  action_windows: ActionWindowRow
  actions: ActionRow
  action_counts: ActionCountRow
  action_recounts: ActionRecountRow
  action_news: ActionNewsRow
  action_patches: ActionPatchRow
  action_rulings: ActionRulingRow
  public_action_counts: PublicActionCountsRow
}
