/** Auf Deutsch, mit denselben Namen wie in `en.ts`. */
import { text } from '@sonaqor/ui/texts'

export const accessBySonaqor = text('Zugriff durch Sonaqor')
export const accessPurpose = text(
  'Bei Sonaqor sieht hier niemand etwas, solange Sie es nicht zulassen: nur lesend, auf Zeit und protokolliert.',
)
export const allow = text('Zulassen')
export const allowEllipsis = text('Zulassen …')
export const allowTitle = text('{name} Einsicht in {tenant} gewähren?')
export const anybodyOfSonaqor = text('Wer bei Sonaqor hilft')
export const appsWord = text('Apps und ihre Einstellungen')
export const askedFor = text('Angefragt {when}')
export const askedWhen = text('Angefragt')
export const chooseEnvironment = text('Wählen Sie mindestens eine Umgebung')
export const chooseScope = text('Wählen Sie aus, was gezeigt werden soll')
export const connectionHint = text(
  'Der Server hat nicht geantwortet. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
)
export const decidedBy = text('Beantwortet von')
export const deny = text('Ablehnen')
export const denyDetail = text(
  '{name} sieht nichts und erfährt davon. Eine neue Anfrage ist möglich.',
)
export const denyEllipsis = text('Ablehnen …')
export const denyTitle = text('Anfrage von {name} ablehnen?')
export const endDetail = text(
  '{name} sieht ab der nächsten Anfrage nichts mehr. Was bis dahin gelesen wurde, bleibt im Audit-Protokoll.',
)
export const endNow = text('Jetzt beenden')
export const endTitle = text('Einsicht von {name} beenden?')
export const ended = text('Beendet')
export const endedBy = text('Beendet von')
export const endedByItself = text('Von selbst abgelaufen')
export const endsWhen = text('Endet {when}')
export const environments = text('Umgebungen')
export const hoursLong = text('{hours, plural, one {# Stunde} other {# Stunden}}')
export const howLong = text('Wie lange')
export const isDenied = text('Die Anfrage von {name} wurde abgelehnt')
export const isEnded = text('{name} sieht nichts mehr')
export const isOpened = text('{name} hat Einsicht bis {until}')
export const keysWord = text('API-Schlüssel, nie deren Geheimnisse')
export const letSonaqorLook = text('Einsicht gewähren …')
export const letThemLook = text('Sonaqor Einsicht in {tenant} gewähren')
export const logsWord = text('Protokolle, ohne die gesendeten und empfangenen Inhalte')
export const lookingNow = text('Einsicht läuft')
export const lookingNowPurpose = text(
  'Alles, was gelesen wird, steht im Audit-Protokoll. Sie können die Einsicht jederzeit beenden.',
)
export const minutesLong = text('{minutes, plural, one {# Minute} other {# Minuten}}')
export const neverPersonal = text(
  'Personenbezogene Daten Ihrer Kunden, Geheimnisse und Meldungen werden nie gezeigt, was Sie auch wählen.',
)
export const noneYet = text('Von Sonaqor hat niemand Einsicht genommen')
export const noneYetDetail = text(
  'Wenn der Support von Sonaqor etwas sehen muss, steht die Anfrage hier, und Sie entscheiden. Sie können Einsicht auch ohne Anfrage gewähren.',
)
export const notOpened = text('Das ließ sich nicht öffnen')
export const nothingRead = text('Es wurde nichts gelesen')
export const openAuditLog = text('Im Audit-Protokoll zeigen')
export const openLook = text('Einsicht von {name} zeigen')
export const outcome = text('Ergebnis')
export const pastLooks = text('Vergangenes')
export const pastShown = text('{count, plural, one {# Einsicht} other {# Einsichten}}')
export const projectsWord = text('Projekte')
export const readsShown = text('{count, plural, one {# Lesezugriff} other {# Lesezugriffe}}')
export const reason = text('Grund')
export const reasonHint = text(
  'Steht im Audit-Protokoll, für Sie und für alle, die Einsicht nehmen.',
)
export const reasonMissing = text('Schreiben Sie, worum es geht')
export const seeAccess = text('sehen, wer bei Sonaqor Einsicht hat')
export const stateDenied = text('Abgelehnt')
export const stateLapsed = text('Nie beantwortet')
export const stateOver = text('Vorbei')
export const stateRequested = text('Wartet')
export const stateRunning = text('Läuft')
export const stateWithdrawn = text('Zurückgezogen')
export const ticketNumber = text('Ticket {ticket}')
export const ticketWord = text('Ticket')
export const waitingForYou = text('Wartet auf Ihre Antwort')
export const waitingPurpose = text(
  'Bis Sie antworten, wird nichts gezeigt. Eine Anfrage verfällt nach sieben Tagen.',
)
export const webhooksWord = text('Webhooks, ohne die gesendeten Inhalte')
export const whatIsShown = text('Was gezeigt wird')
export const whatWasRead = text('Was gelesen wurde')
export const when = text('Wann')
export const who = text('Wer')
