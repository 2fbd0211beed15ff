import { text } from '@sonaqor/ui/texts'

export const accessReviews = text('Zugriffsprüfungen')
export const actions = text('Aktionen')
export const allReviews = text('← Alle Zugriffsprüfungen')
export const apiKeys = text('API-Schlüssel')
export const byPerson = text('von {person}')
export const decideFirst = text(
  '{count, plural, one {# Zeile ist noch offen, bevor die Prüfung unterschrieben werden kann.} other {# Zeilen sind noch offen, bevor die Prüfung unterschrieben werden kann.}}',
)
export const decidedLines = text('Entschiedene Zeilen')
export const decidedOf = text('{done, number} von {total, number} entschieden')
export const decision = text('Entscheidung')
export const discardEllipsis = text('Verwerfen …')
export const discardReview = text('Prüfung verwerfen')
export const discardReviewDetail = text(
  '{count, plural, =0 {Darin wurde noch nichts entschieden.} one {Die Entscheidung über # Zeile geht verloren.} other {Die Entscheidungen über # Zeilen gehen verloren.}} Dass sie verworfen wurde, bleibt im Audit-Protokoll.',
)
export const discardReviewTitle = text('Diese Zugriffsprüfung verwerfen?')
export const downloadPdf = text('PDF herunterladen')
export const downloadSignature = text('Signatur herunterladen')
export const everything = text('Alle Mitglieder und Schlüssel')
export const everythingDetail = text('Alle Mitglieder und Schlüssel, die jetzt Zugriff haben.')
export const fileHash = text('SHA-256 der PDF-Datei, auch im Audit-Protokoll: {hash}')
export const hashToCopy = text('SHA-256')
export const isGone = text('hat keinen Zugriff mehr')
export const keep = text('Behalten')
export const keepOf = text('Behalten: {name}')
export const kept = text('Behalten')
export const kind = text('Art')
export const lastSeenOrUsed = text('Zuletzt aktiv')
export const lettersDecide = text(
  'Mit dem Fokus auf einer Zeile: K behält, R merkt zum Entfernen vor. Die Pfeiltasten wechseln die Zeile.',
)
export const lines = text('Zeilen')
export const linesCounted = text(
  '{total, plural, =0 {Keine} other {{kept, number} behalten, {toRemove, number} zu entfernen, von {total, number}}}',
)
export const linesOfReview = text('Geprüfte Mitglieder und Schlüssel')
export const linesShown = text('{count, plural, one {# Zeile} other {# Zeilen}}')
export const markForRemoval = text('Zum Entfernen vormerken')
export const markedForRemoval = text('Zu entfernen')
export const marksRemoveNothing = text(
  'Eine Vormerkung entfernt nichts: Entfernen Sie die Mitglieder und widerrufen Sie die Schlüssel wie gewohnt.',
)
export const memberOrKey = text('Mitglied oder Schlüssel')
export const members = text('Mitglieder')
export const neverSince = text('Nie')
export const noLineMatches = text('Keine Zeile entspricht den Filtern')
export const noReviews = text('Noch keine Zugriffsprüfungen')
export const noReviewsDetail = text(
  'Eine Prüfung zeigt, wer und was noch Zugriff hat und lange nicht aktiv war. Sie entscheiden Zeile für Zeile und unterschreiben.',
)
export const nothingStale = text('Nichts zu prüfen')
export const nothingStaleDetail = text(
  'Alle Mitglieder und Schlüssel waren in den letzten 30 Tagen aktiv. Sie können die Prüfung so unterschreiben.',
)
export const openReview = text('Prüfung vom {at} öffnen')
export const readyToSign = text(
  'Alle Zeilen sind entschieden. Die Prüfung kann unterschrieben werden.',
)
export const remove = text('Entfernen')
export const removeOf = text('Entfernen: {name}')
export const reviewDiscarded = text('Zugriffsprüfung verworfen')
export const reviewIsSnapshot = text(
  'Eine Prüfung zeigt, wer und was Zugriff hat, wenn Sie sie beginnen.',
)
export const reviewOf = text('Zugriffsprüfung vom {at}')
export const reviewOpen = text(
  '{undecided, plural, =0 {Bereit zur Unterschrift} other {Offen, # unentschieden}}',
)
export const reviewSigned = text('Zugriffsprüfung unterschrieben')
export const reviewSignedDetail = text('Sie können sie jetzt als PDF herunterladen.')
export const reviewed = text('Was geprüft wird')
export const reviewsPurpose = text(
  'Wer und was noch Zugriff hat, einzeln geprüft und unterschrieben. Prüfer fragen danach.',
)
export const reviewsShown = text('{count, plural, one {# Prüfung} other {# Prüfungen}}')
export const signatureByUs = text(
  'Die Signatur stammt von Sonaqor, mit einem Schlüssel des Audit-Protokolls: {guide}',
)
export const signChangesNoMore = text('Die Prüfung ändert sich nicht mehr.')
export const signDetail = text(
  'Sie, {name}, bestätigen: {kept, plural, one {# Zeile wird behalten} other {# Zeilen werden behalten}}, {toRemove, plural, one {# ist zu entfernen} other {# sind zu entfernen}}.',
)
export const signEllipsis = text('Unterschreiben …')
export const signKeepsPdf = text(
  'Sie wird als PDF aufbewahrt, der Hash der Datei im Audit-Protokoll.',
)
export const signReview = text('Prüfung unterschreiben')
export const signTitle = text('Diese Zugriffsprüfung unterschreiben?')
export const signed = text('Unterschrieben')
export const signedAt = text('von {person}, {at}')
export const stale = text('Inaktiv')
export const staleDetail = text(
  'Mitglieder, die 30 Tage nicht hier waren, und Schlüssel, die so lange nicht verwendet wurden.',
)
export const staleOnly = text('Nur Inaktives')
export const startReview = text('Prüfung beginnen')
export const startReviewTitle = text('Zugriffsprüfung beginnen')
export const started = text('Begonnen')
export const startedBy = text('Begonnen von {person}')
export const status = text('Status')
export const suspended = text('Gesperrt')
export const undecided = text('Unentschieden')
export const verifyGuide = text('So prüfen Sie sie')
export const whatHappens = text('Was geschieht')
export const widerFilters = text('Ändern oder entfernen Sie Filter, um mehr zu sehen.')
