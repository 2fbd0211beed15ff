import { text } from './text.ts'

export const activeFilters = text('Aktive Filter')
export const andMore = text('{counted} und weitere')
export const anyOf = text('{label}: alle')
export const applyRange = text('Zeitraum übernehmen')
export const ascending = text('{column}, aufsteigend')
export const back = text('Zurück')
export const byAuthenticator = text('Authenticator-App verwenden')
export const byPasskey = text('Passkey verwenden')
export const byRecoveryCode = text('Wiederherstellungscode verwenden')
export const cancel = text('Abbrechen')
export const change = text('Ändern')
export const changeOf = text('Ändern: {title}')
export const checkAndConfirm = text('Prüfen und bestätigen')
export const checkConnection = text('Prüfen Sie die Verbindung und versuchen Sie es erneut.')
export const choices = text('Auswahl')
export const clear = text('Auswahl entfernen')
export const clearAll = text('Alle zurücksetzen')
export const clearSelection = text('Auswahl aufheben')
export const close = text('Schließen')
export const code = text('Code')
export const codeHint = text('Sechs Ziffern aus Ihrer Authenticator-App.')
export const codeWrong = text(
  'Dieser Code stimmt nicht. Warten Sie auf den nächsten und geben Sie ihn ein.',
)
export const columns = text('Spalten')
export const confirm = text('Bestätigen')
export const confirmThatItIsYou = text('Bestätigen Sie Ihre Identität')
export const copied = text('Kopiert')
export const copy = text('{what} kopieren')
export const copyIt = text('Kopieren')
export const course = text(
  '{name}: Höchstwert {high} ({highAt}), Tiefstwert {low} ({lowAt}){trend, select, level {, gleichbleibend} rising {, steigend} falling {, fallend} risingBy {, um {by} steigend} fallingBy {, um {by} fallend} other {}}.',
)
export const courseOfOne = text('{name}: {value} ({at}), der einzige Wert.')
export const courseWhereAny = text('{name}: {value}, wo immer es einen Wert gibt.')
export const courseWithoutMove = text('{name}: durchgehend {value}.')
export const customRange = text('Eigener Zeitraum')
export const descending = text('{column}, absteigend')
export const dismiss = text('Ausblenden')
export const doneOf = text('{done, number} von {total, number} {unit}')
export const doneSoFar = text('bisher {done, number} {unit}')
export const down = text('{by, select, none {Gesunken} other {Minus {by}}}')
export const download = text('{name} herunterladen')
export const drawingFailed = text(
  'Das Diagramm konnte nicht geladen werden. Die Werte stehen in der Tabelle.',
)
export const endAfterStart = text('Das Ende muss nach dem Anfang liegen.')
export const enterCode = text('Geben Sie den Code ein.')
export const enterRecoveryCode = text('Geben Sie einen Ihrer Wiederherstellungscodes ein.')
export const factorForAWhile = text(
  'Dafür ist Ihr zweiter Faktor nötig. In den nächsten fünf Minuten werden Sie nicht erneut gefragt.',
)
export const factorOnce = text(
  'Dafür ist Ihr zweiter Faktor nötig. Er gilt nur für diesen einen Vorgang.',
)
export const factorUnchecked = text('Die Prüfung ist fehlgeschlagen')
export const fault = text(
  '{fault, select, required {ist ein Pflichtfeld} long {darf höchstens {bound} Zeichen haben} short {muss mindestens {bound} Zeichen haben} email {muss eine E-Mail-Adresse sein} origin {muss eine Origin wie „https://portal.example.com“ sein} taken {ist bereits vergeben} future {muss in der Zukunft liegen} unseen {darf keine unsichtbaren Zeichen enthalten} lacking {ist eine Berechtigung, die Ihnen selbst fehlt} control {darf keine Steuerzeichen enthalten} turning {darf keine Zeichen enthalten, die die Schreibrichtung ändern} bare {muss einen sichtbaren Buchstaben, eine Ziffer oder ein Zeichen enthalten} secret {darf kein Geheimnis eines API-Schlüssels enthalten: Hier könnte es jeder lesen} range {muss eine Adresse oder ein Bereich wie „203.0.113.0/24“ sein} most {darf höchstens {bound, number} sein} least {muss mindestens {bound, number} sein} other {{detail}}}',
)
export const faultOf = text('„{field}“: {fault}')
export const fewSecondsLeft = text('noch wenige Sekunden')
export const filters = text('Filter')
export const filtersActive = text('Filter ({count, number})')
export const from = text('Von')
export const hide = text('Verbergen')
export const itStartsSoon = text('Der Vorgang beginnt, sobald die Aufgaben davor erledigt sind.')
export const itWasStopped = text('Der Vorgang wurde vorzeitig beendet.')
export const jobCancelled = text('Abgebrochen')
export const jobDone = text('Fertig')
export const jobFailed = text('Fehlgeschlagen')
export const jobRunning = text('Läuft')
export const jobWaiting = text('Wartet')
export const last15Minutes = text('Letzte 15 Minuten')
export const last24Hours = text('Letzte 24 Stunden')
export const last30Days = text('Letzte 30 Tage')
export const last7Days = text('Letzte 7 Tage')
export const lastHour = text('Letzte Stunde')
export const loadMore = text('Mehr laden')
export const loading = text('Wird geladen')
export const matches = text('{count, plural, one {# Treffer} other {# Treffer}}')
export const missingScope = text(
  '{from, select, page {Diese Seite wurde ohne die Berechtigung {scope} geöffnet; wer die Seite betreibt, kann das ändern.} other {Ihrer Rolle fehlt die Berechtigung {scope}. Inhaber und Administratoren Ihrer Organisation können Ihnen eine Rolle geben, die sie umfasst.}}',
)
export const nameTaken = text('Dieser Name {fault}')
export const needPermission = text('Ihnen fehlt die Berechtigung, {purpose}')
export const newTab = text('(öffnet in einem neuen Tab)')
export const next = text('Weiter')
export const noAnswer = text('Die Anfrage blieb ohne Antwort.')
export const noDataYet = text('Noch keine Daten')
export const noFactorYet = text(
  'Dafür ist ein zweiter Faktor nötig, etwa eine Authenticator-App oder ein Passkey, und Sie haben noch keinen. Richten Sie einen ein und versuchen Sie es dann erneut.',
)
export const noMatches = text('Keine Treffer')
export const noValues = text('Keine Werte.')
export const noValuesInRange = text('Keine Werte in diesem Zeitraum')
export const notCopied = text('Kopieren nicht möglich')
export const notFinished = text('Der Vorgang ist nicht gelungen')
export const nothingDoneYet = text(
  'Noch ist nichts geschehen. Prüfen Sie Ihre Angaben, und gehen Sie zurück, um etwas zu ändern.',
)
export const notifications = text('Benachrichtigungen')
export const offline = text('Sie sind offline')
export const offlineDetail = text('Hier wird weiter geladen, sobald die Verbindung wieder da ist.')
export const optional = text('(optional)')
export const others = text('Übrige')
export const outOfDate = text('Möglicherweise nicht mehr aktuell')
export const parts = text(
  '{name}: größter Anteil {high} ({highShare}), kleinster Anteil {low} ({lowShare}), von insgesamt {whole}.',
)
export const passkeyGivenUp = text('Der Vorgang mit dem Passkey wurde abgebrochen')
export const passkeyHint = text(
  'Bestätigen Sie mit der Bildschirmsperre dieses Geräts oder mit einem Sicherheitsschlüssel.',
)
export const passkeyWrong = text('Dieser Passkey wurde nicht akzeptiert')
export const perSecond = text('{count, number} pro Sekunde')
export const pressF8 = text('Mit F8 gelangen Sie dorthin.')
export const problemAdvice = text(
  '{code, select, tenant_suspended {Wenden Sie sich an Sonaqor, um es zu klären. Gelöscht wurde nichts.} unauthenticated {Melden Sie sich erneut an.} not_found {Gehen Sie zurück zur Liste; möglicherweise wurde es inzwischen entfernt.} conflict {Sehen Sie sich den aktuellen Stand an und entscheiden Sie dann neu.} precondition_failed {Sehen Sie sich den aktuellen Stand an und entscheiden Sie dann neu.} invalid {Berichtigen Sie die markierten Felder.} too_large {Senden Sie weniger auf einmal.} quota_exceeded {Warten Sie einen Moment und versuchen Sie es dann erneut.} overloaded {Warten Sie einen Moment und versuchen Sie es dann erneut.} unsearchable {Ändern Sie die Filter oder setzen Sie sie zurück.} other {Versuchen Sie es erneut. Bleibt der Fehler bestehen, nennen Sie dem Support die Anfrage-ID.}}',
)
export const problemReason = text(
  '{code, select, bad_request {Die Anfrage war nicht lesbar.} unauthenticated {Die Anmeldung fehlt oder gilt nicht mehr.} forbidden {Ihre Berechtigungen lassen das nicht zu.} not_found {Unter dieser Adresse gibt es nichts.} conflict {Der gespeicherte Stand lässt das nicht zu.} precondition_failed {Jemand anderes hat inzwischen etwas geändert.} too_large {Die Anfrage überschreitet die zulässige Größe.} invalid {Mindestens eine Angabe ist ungültig.} looking {Es laufen bereits so viele Suchen, die jede Zeile ansehen, wie zugleich möglich sind.} quota_exceeded {In kurzer Zeit kamen zu viele Anfragen.} internal {Der Fehler liegt bei uns.} overloaded {Der Dienst kann im Moment nicht antworten.} step_up_required {Es wurde kein zweiter Faktor gezeigt.} other {{detail}}}',
)
export const problemTitle = text(
  '{code, select, tenant_suspended {Ihr Mandant ist gesperrt} bad_request {Die Anfrage ist nicht lesbar} unauthenticated {Nicht angemeldet} forbidden {Das ist nicht erlaubt} not_found {Hier ist nichts} conflict {Das passt nicht zum gespeicherten Stand} precondition_failed {Jemand war schneller} too_large {Die Anfrage ist zu groß} invalid {Einige Angaben sind ungültig} quota_exceeded {Zu viele Anfragen} internal {Bei uns ist etwas schiefgegangen} overloaded {Zurzeit ausgelastet} step_up_required {Dafür ist ein zweiter Faktor nötig} unsearchable {Danach lässt sich nicht suchen} other {{title}}}',
)
export const quoted = text('„{words}“')
export const range = text('Zeitraum')
export const recoveryCode = text('Wiederherstellungscode')
export const recoveryCodeHint = text(
  'Einer der Codes, die Sie aufbewahrt haben. Jeder gilt einmal.',
)
export const recoveryCodeWrong = text(
  'Dieser Wiederherstellungscode stimmt nicht oder wurde schon verwendet.',
)
export const remove = text('{what} entfernen')
export const request = text('Anfrage {id}')
export const requestId = text('Anfrage-ID')
export const resume = text('Fortsetzen')
export const retry = text('Erneut versuchen')
export const searchAndFilters = text('Suche und Filter')
export const searchFailed = text('Die Suche ist fehlgeschlagen.')
export const searching = text('Suche läuft')
export const seeThis = text('dies zu sehen')
export const select = text('{name} auswählen')
export const selectAll = text('Alle angezeigten auswählen')
export const selected = text('{count, number} ausgewählt')
export const series = text('Datenreihen')
export const seriesInTable = text(
  '{count, plural, one {Eine weitere Datenreihe steht in der Tabelle.} other {# weitere Datenreihen stehen in der Tabelle.}}',
)
export const setUpFactor = text('Zweiten Faktor einrichten')
export const show = text('Anzeigen')
export const showAllColumns = text('Alle Spalten anzeigen')
export const somethingMissing = text('Es fehlt noch etwas')
export const sortBy = text('Sortieren nach')
export const stepDone = text('Erledigt: {title}')
export const stepOf = text('Schritt {step, number} von {count, number}')
export const steps = text('Schritte')
export const table = text('Tabelle')
export const timeLeft = text('noch etwa {time}')
export const timesAreIn = text('Zeitzone: {zone}')
export const to = text('Bis')
export const tooManyWrongCodes = text('Zu viele falsche Codes')
export const tryLongerRange = text(
  'Wählen Sie einen längeren Zeitraum, oder sehen Sie später wieder nach.',
)
export const unchanged = text('Unverändert')
export const undo = text('Rückgängig')
export const unreachable = text('Der Server ist nicht erreichbar')
export const up = text('{by, select, none {Gestiegen} other {Plus {by}}}')
export const usualRanges = text('Übliche Zeiträume')
export const waitForCodes = text('Warten Sie einige Minuten und versuchen Sie es dann erneut.')
export const writeDateAndTime = text('Geben Sie Datum und Uhrzeit an, zum Beispiel {example}.')
export const startAnew = text('Neu beginnen')
