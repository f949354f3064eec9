/** Rules that are written in code and not in a language's files: id, reason, example, for the public list of methods. */
import type { Rule } from '../core/codebook.ts'

const rule = (id: string, reason: string, example: string): Rule => ({
  id,
  reason: { en: reason, ru: null, kk: null },
  example,
})

export const CODED_RULES: readonly Rule[] = [
  rule(
    'incident-item@1',
    'One item of a list tells one incident, from its first word.',
    '• Asan Usenov was detained. He was fined.',
  ),
  rule(
    'incident-paragraph@1',
    'In a paragraph the incident starts with the sentence that tells or leads into a harm.',
    'On 3 May 2031 Asan Usenov was detained.',
  ),
  rule(
    'incident-timeline@1',
    'Entries of a timeline that tell one case are one incident: a request and its answer, a charge and its trial.',
    '3 May 2031: Asan Usenov is charged. 9 June 2031: Asan Usenov is convicted.',
  ),
  rule(
    'incident-all@1',
    'What is said of «them all» after one name belongs to the telling before as well.',
    'Dana Omarova was threatened. Asan Usenov was fined. They were all found guilty.',
  ),
  rule(
    'incident-background@1',
    'An earlier case of custody or conviction told in passing is an incident of its own.',
    'In 2029 she had been sentenced to two years in prison.',
  ),
  rule(
    'incident-clause@1',
    'What a post or letter was about is an earlier event.',
    'She wrote about how she was beaten by guards.',
  ),
  rule(
    'split-clock@1',
    'A sentence that opens with an hour or a separate place starts another action.',
    'At around 9:00 some 30 others met.',
  ),
  rule(
    'split-besides@1',
    'A further harm without any of the people told before is another incident.',
    'In addition, two websites were blocked.',
  ),
  rule(
    'split-also-count@1',
    'A further count of people, told with «also», is another action.',
    'Some 25 residents were also detained beside the bridge.',
  ),
  rule(
    'split-new-person@1',
    'A new person as the subject of a harm starts another incident, unless all belong to one gathering.',
    'Activist Aigul Serikova was also summoned.',
  ),
  rule(
    'split-other-day@1',
    'Another day with other people is another incident.',
    'In December officers raided the home of Dana Omarova.',
  ),
  rule(
    'split-after-law@1',
    'A harm with a day, a name or a gathering, told after a law, is an incident of its own.',
    'The senate passed the bill. A week later police sealed the office.',
  ),
  rule(
    'split-also-day@1',
    'A further harm on another day, told with «also», is another incident.',
    'The police also filed a lawsuit on 17 May.',
  ),
  rule(
    'split-sweep@1',
    'A sweep over many people without names, after the case of one person, is another incident.',
    'During the curfew, many activists were searched and detained.',
  ),
  rule(
    'date-bound@1',
    'A day that only limits the time gives an upper bound.',
    'The party faced pressure ahead of its congress on 5 May.',
  ),
  rule('date-unknown@1', 'No date told or carried stays unknown.', 'Asan Usenov was detained.'),
  rule('place-known@1', 'A name of the pack, as a whole word, longest first.', 'in Almaty'),
  rule(
    'place-shape@1',
    'A name after «in» or with a locality word, unknown to the pack.',
    'near the village of Aktogay',
  ),
  rule(
    'person-name@1',
    'A capitalised run that no place, institution, law or common word explains.',
    'Asan Usenov',
  ),
  rule(
    'person-pronoun@1',
    'A telling whose victim is a pronoun means the subject of the sentence before.',
    'He was beaten.',
  ),
  rule(
    'person-narrator@1',
    'In an interview «I» is the person whose name stands above it, or who is said to have been asked.',
    'I was detained.',
  ),
  rule('organisation-known@1', 'A name of the pack where a harm is told of it.', 'the newspaper was closed'),
  rule('group-counted@2', 'A number before a countable noun.', 'at least 40 protesters'),
  rule('group-alone@1', 'A number that stands for people.', 'Two were fined.'),
  rule('group-object@1', 'A number after a verb of harm.', 'killed 12 and wounded 40'),
  rule('group-rest@1', 'What remains of a number counted before.', 'The other four, all women, were freed.'),
  rule('group-part@1', 'A part of a number told beside it.', 'Four of the 30 people held were minors.'),
  rule('group-one@1', 'A sole unnamed victim counts as one.', 'A local resident was warned.'),
  rule(
    'law-article@2',
    'An article with its code, beside it or named before.',
    'under Article 488 of the Administrative Code',
  ),
  rule('law-title@1', 'A law told by its title.', 'under the Public Order Act'),
  rule(
    'law-all@1',
    'An article of a closing sentence that says «all» goes for all before it.',
    'All were convicted under Article 174.',
  ),
  rule(
    'law-wording@1',
    'A wording the pack ties to a provision; always inferred.',
    'for spreading false information',
  ),
  rule('actor-words@1', 'Who did it, in the words of the text.', 'unknown people in plain clothes'),
  rule('source-words@1', 'Who told it, in the words of the text.', 'According to the monitoring group'),
  rule('offence-words@1', 'What the victim was accused of, in words.', 'found guilty of minor hooliganism'),
  rule('outcome-end@1', 'The last end of the case that is told.', 'was released without charge'),
  rule('outcome-ongoing@1', 'The case is said to go on.', 'The investigation is ongoing.'),
  rule(
    'kind-earlier@1',
    'An earlier or separate case told inside another passage is background.',
    'He had been fined before.',
  ),
  rule('kind-policy@1', 'Laws, bans and emergencies are policy.', 'The senate approved the bill.'),
  rule(
    'kind-sweep@1',
    'A count over many places or cases is an aggregate.',
    'Monitors recorded 80 detentions in 5 towns.',
  ),
  rule('kind-event@1', 'Everything else is one event.', 'Asan Usenov was detained.'),
  rule('freedom-act@1', 'An act that can only strike one freedom tells it.', 'The station was closed.'),
  rule(
    'freedom-above@1',
    'Without words of its own a passage is about what its lead or heading is about.',
    '# Peaceful assembly\n• In Semey, ten people were detained.',
  ),
  rule(
    'freedom-none@1',
    'No word of a gathering, an organisation or speech: another right.',
    'His flat was searched.',
  ),
]
