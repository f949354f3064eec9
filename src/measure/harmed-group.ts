/** How a source names a group → whether these are people who were harmed, and by which acts. */

/** Words that name a harm, and the acts it stands for; the first that fits is taken. Stems in English, Russian, Kazakh. */
const HARM_WORDS: readonly { readonly words: RegExp; readonly acts: readonly string[] }[] = [
  {
    words: /administrative (detention|arrest)|административн\S* арест|әкімшілік қамау/,
    acts: ['administrative_detention'],
  },
  { words: /imprison|prison terms?|лишен\S* свободы|бас бостандығынан/, acts: ['imprisonment'] },
  { words: /\bfined?\b|штраф|айыппұл/, acts: ['fine'] },
  { words: /\bwarned\b|предупрежд|ескерту/, acts: ['warning'] },
  { words: /\bkilled|\bdead\b|\bdied|погиб|убит|қаза |қаза$|өлтір/, acts: ['killing', 'death_in_custody'] },
  {
    words: /injur|wounded|beaten|ранен|избит|пострадав|жаралан|соққы/,
    acts: ['physical_attack', 'excessive_force', 'torture_ill_treatment'],
  },
  { words: /summoned|called as|вызва|шақырыл/, acts: ['summons'] },
  { words: /questioned|interrogat|допрош|жауап ал/, acts: ['interrogation'] },
  {
    words: /suspicion|suspects?\b|charged|подозрева|обвин|күдікті/,
    acts: ['criminal_case_opened', 'charge'],
  },
  { words: /convicted|sentenced|guilty|осужд|приговор|сотталған/, acts: ['conviction'] },
  { words: /before an? .*court|перед судом/, acts: ['administrative_case'] },
  { words: /\bfled\b|displaced|бежал|покинул|қашқан/, acts: ['displacement'] },
  {
    words: /detained|arrest|\bheld\b|taken (in|to|away)|задерж|арест|ұсталған|қамал/,
    acts: ['arrest', 'detention', 'preventive_detention'],
  },
]

/** Not people, or people whom nothing happened to: things, places, cases, those who came, those who did it or complained. */
const NOT_HARMED =
  /houses?|homes|windows?|cars?\b|cit(y|ies)|towns?|villages?|districts?|cases?\b|detentions|organi[sz]ations?|outlets?|websites?|newspapers?|tags|phones?|police|officers?|officials?|complainants?|gathered|participa|taking part|took part|attended|living|подписи|дом(а|ов)(?!\p{L})|город|(?<!\p{L})дел(о|а)?(?!\p{L})|полиц|участ|собрал|(?<!\p{L})(қала|үй|іс)(?!\p{L})|қатыс|жинал/u

/** Plain words for people: in the record of a harm they are the harmed. */
const PEOPLE =
  /people|persons?|activists?|journalists?|bloggers?|residents?|protest[eo]rs?|citizens?|lawyers?|defenders?|members?|supporters?|workers?|students?|minors?|(wo)?m[ae]n\b|wife|husband|relatives?|prisoners?|detainees?|челове|люд|активист|журналист|блогер|граждан|адвокат|правозащит|рабоч|студент|женщин|мужчин|жител|адам|белсенді|азамат|заңгер/

/** The acts a group was named for; empty for people named plainly; null when they are not known to be harmed. */
export function harmOf(what: string): readonly string[] | null {
  const words = what.toLowerCase()
  const thing = NOT_HARMED.test(words)
  const named = HARM_WORDS.find((one) => one.words.test(words))
  if (named !== undefined && (!thing || PEOPLE.test(words)) && !/cases?\b|houses?\b/.test(words))
    return named.acts
  return !thing && PEOPLE.test(words) ? [] : null
}
