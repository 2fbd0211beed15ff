import { text } from '@sonaqor/module/texts'

export const accepted = text('Angenommen')
export const allRequests = text('Alle Anfragen')
export const answer = text('Antwort')
export const answerBody = text('Inhalt der Antwort')
export const answered = text('Beantwortet')
export const answerHeaders = text('Header der Antwort')
export const app = text('App')
export const asTable = text('Tabelle')
export const auditWritten = text('Audit-Protokoll: {name}')
export const badRequest = text('Ungültige Anfrage')
export const between100And500 = text('Zwischen 100 und 500 Millisekunden')
export const bodyCut = text('Das Protokoll enthält nur den Anfang: Ergänzen Sie ihn.')
export const bodyHint = text('So wird er gesendet, auch wenn etwas daran falsch ist.')
export const bodyNotKept = text(
  'Das Protokoll enthält diesen Inhalt nicht: Er war kein JSON oder zu groß.',
)
export const breakdown = text('Aufschlüsselung')
export const byBeginning = text(
  'Pfade werden nach ihrem Anfang gefunden, zum Beispiel {example}; ein Schlüssel nach dem Anfang seines Geheimnisses.',
)
export const byCommas = text(
  'OR, AND und NOT sind Wörter wie andere. Alle Bedingungen müssen zutreffen; Kommas bedeuten „oder“, zum Beispiel status:404,409; ein Minus bedeutet „nicht“.',
)
export const bytes = text('{count, plural, one {# Byte} other {# Byte}}')
export const bytesCut = text('{count, plural, one {# Byte} other {# Byte}}, gekürzt')
export const cancel = text('Abbrechen')
export const changedMeanwhile = text('Zwischenzeitlich geändert')
export const clearFilters = text('Filter zurücksetzen')
export const conflict = text('Konflikt')
export const connecting = text('Verbindung wird hergestellt')
export const copiedInstead = text(
  'In der Produktion wird nichts erneut gesendet. Eine Kopie geht mit einem Schlüssel der Sandbox an die Sandbox und trifft nur auf deren Daten.',
)
export const copyAsCurl = text('Als curl kopieren')
export const copyToSandbox = text('In die Sandbox kopieren')
export const countAgain = text('Erneut zählen')
export const countedSince = text('Gezählt ab {when}, um schnell zu antworten.')
export const created = text('Erstellt')
export const curlToCopy = text('Anfrage als curl')
export const cutBody = text(
  'Das Protokoll enthält nur den Anfang des Inhalts. Ergänzen Sie ihn, bevor Sie dies senden.',
)
export const deleteForGood = text('Endgültig löschen')
export const deleteIt = text('Löschen')
export const deleteNamed = text('{name} löschen')
export const discard = text('Verwerfen')
export const discardEntered = text('Ihre Änderungen verwerfen?')
export const done = text('Fertig')
export const eventTold = text('Ereignis: {name}')
export const exampleAll = text('In der API abgelehnt oder fehlgeschlagen, außer 404')
export const exampleBeginning = text('Der Pfad beginnt so')
export const exampleGroup = text('Mit einem Serverfehler beantwortet')
export const exampleKey = text('Mit dem Schlüssel, der so beginnt')
export const exampleList = text('Einer von zwei Status')
export const exampleNot = text('Jede Methode außer GET')
export const exampleRange = text('Von einer Adresse dieses Bereichs')
export const exampleSlow = text('Dauerte länger als 500 Millisekunden')
export const exampleText = text('Das Wort steht irgendwo im Pfad')
export const fasterThan20 = text('Schneller als 20 Millisekunden')
export const fewer = text('Weniger')
export const forbidden = text('Nicht erlaubt')
export const from = text('Herkunft')
export const gone = text('Nicht mehr da')
export const groupClient = text('4xx, abgelehnt')
export const groupCounted = text('{group} {count, number}')
export const groupRedirect = text('3xx, Weiterleitung')
export const groupServer = text('5xx, Serverfehler')
export const groupSuccess = text('2xx, Erfolg')
export const howKeyIsSeen = text(
  'Anfragen mit diesem Schlüssel erscheinen hier, sobald sie eintreffen.',
)
export const howRequestsCome = text(
  'Sobald Sie eine Anfrage mit einem API-Schlüssel senden, erscheint sie hier innerhalb einer Sekunde, auch ohne dass Sie die Seite neu laden.',
)
export const howToSearch = text('So suchen Sie')
export const howToZoom = text(
  'Ziehen Sie, um hineinzuzoomen. Mit der Tastatur: Pfeiltasten wählen einen Balken, mit Umschalt mehrere, Enter zoomt.',
)
export const instantToCopy = text('Zeitpunkt')
export const internalError = text('Interner Fehler')
export const invalid = text('Ungültig')
export const keepEditing = text('Weiter bearbeiten')
export const key = text('Schlüssel')
export const keyUnused = text('Mit {label} wurde noch keine Anfrage gestellt')
export const latency = text('Latenz')
export const latestRequests = text('Neueste Anfragen')
export const leaveSessionsOut = text('Ausblenden')
export const leftEmpty = text('Leer, weil das Protokoll es nicht enthält: {names}.')
export const leftOut = text(
  '{count, number} übersprungen, weil zu viele auf einmal kamen: neu laden',
)
export const live = text('Live')
export const liveEnded = text('Die Live-Aktualisierung wurde beendet')
export const liveEndedBecause = text(
  'Neue Anfragen werden nicht mehr übertragen, weil Ihre Berechtigung für die Protokolle erloschen ist oder sich nicht bestätigen ließ.',
)
export const logs = text('Protokolle')
export const lookedBackTo = text(
  'Nur bis {when} zurück gesucht, weil weiter zu suchen lange dauert.',
)
export const lookFurther = text('Weiter zurück suchen')
export const madeAnew = text('Schlüssel, Länge und ein Idempotenzschlüssel werden neu gesetzt.')
export const madeInProduction = text('Diese Anfrage wurde in der Produktion gestellt')
export const manageViews = text('Ansichten verwalten')
export const manageViewsAsked = text('Ansichten verwalten …')
export const maskedValues = text(
  'Einige Werte wurden im Protokoll maskiert. Ersetzen Sie jedes {placeholder}, bevor Sie dies senden: So, wie es hier steht, wird es abgelehnt.',
)
export const method = text('Methode')
export const methodNotAllowed = text('Methode nicht erlaubt')
export const milliseconds = text('{count, number} ms')
export const millisecondsAfter = text('+{count, number} ms')
export const more = text('{count, number} weitere')
export const newRequests = text('{count, number} neu')
export const nextRequest = text('Nächste Anfrage')
export const noContent = text('Kein Inhalt')
export const noJson = text('Das ist kein JSON. Es wird so gesendet, wie es dasteht.')
export const noNextRequest = text('Dies ist die letzte Anfrage der Liste')
export const noPreviousRequest = text('Dies ist die erste Anfrage der Liste')
export const noRequestMatches = text('Keine Anfrage entspricht den Filtern')
export const noRequestsInDay = text('Keine Anfragen in den letzten 24 Stunden')
export const noRequestsYet = text('Keine Anfragen in diesem Zeitraum')
export const noSandboxKey = text('Kein Schlüssel der Sandbox ist in Gebrauch')
export const noSandboxKeyBecause = text(
  'Erneut gesendet wird mit einem Schlüssel der Sandbox. Stellen Sie zuerst einen für eine App der Sandbox aus.',
)
export const noViews = text('Es ist noch keine Ansicht gespeichert.')
export const notCounted = text('Die Anfragen konnten nicht gezählt werden.')
export const notFound = text('Nicht gefunden')
export const notKept = text('Das Protokoll enthält es nicht: Füllen Sie es aus.')
export const notLive = text('Nicht live')
export const notModified = text('Unverändert')
export const notOpened = text('Das konnte nicht geöffnet werden')
export const notOpenedBecause = text(
  'Ein Teil der Seite konnte nicht geladen werden. Versuchen Sie es gleich noch einmal.',
)
export const ofNewest = text('der neuesten')
export const ok = text('OK')
export const onlyKey = text('Nur Anfragen dieses Schlüssels')
export const openItsEntry = text('Eintrag dazu öffnen')
export const overloaded = text('Überlastet')
export const ownViews = text('Ihre Ansichten')
export const past = text('Frühere Anfragen')
export const path = text('Pfad')
export const pathPart = text('Fehlender Teil {place, number} des Pfads')
export const pathPartMissing = text('Füllen Sie diesen Teil des Pfads aus.')
export const pause = text('Anhalten')
export const paused = text('Angehalten')
export const previousRequest = text('Vorherige Anfrage')
export const purpose = text(
  'Alle Anfragen mit Ihren API-Schlüsseln, auch die abgelehnten, sobald sie eintreffen.',
)
export const queryFault = text(
  'Zeichen {place, number}: Erwartet wird {expected, select, term {eine Bedingung hinter dem Minus, etwa -status:404} field {eines der Felder {fields} vor dem Doppelpunkt; Text mit Doppelpunkt gehört in Anführungszeichen} value {ein Wert} quote {ein schließendes Anführungszeichen} space {ein Leerzeichen oder das Ende hinter dem Anführungszeichen} star {ein Stern nur am Ende; ein Pfad, der einen enthält, gehört in Anführungszeichen} status {ein Status wie 404, 5xx, >=400 oder 400..499} method {eine der Methoden {methods}} key {der Anfang des Schlüssels, etwa sq_live_Ab12, oder seine ID} id {eine ID wie 0190a5b2-7c1e-7000-8000-000000000000} ip {eine Adresse oder ein Bereich, etwa 203.0.113.7 oder 10.0.0.0/8} latency {eine Zahl von Millisekunden, etwa >500, <=20 oder 100..500} order {ein Bereich, dessen Ende nicht vor seinem Anfang liegt} fewerTerms {eine Suche mit höchstens 20 Bedingungen} fewerValues {höchstens 20 Werte je Feld} other {etwas anderes}}.',
)
export const queryField = text(
  '{field, select, status {404, 5xx, >=400, 400..499} method {GET, POST und andere} path {/v1/customers oder /v1/customers*} key {Sein Anfang; nach seiner Bezeichnung wählen Sie ihn aus der Liste} app {Nach ihrem Namen} ip {Eine Adresse oder ein Bereich} latency {>500, <=20, 100..500} other {Wie eine Antwort sie nennt}}',
)
export const queryHint = text('Ein Parameter je Zeile, zum Beispiel limit=10.')
export const queryRules = text(
  'Alle Bedingungen müssen zutreffen. Kommas trennen Werte, ein Minus schließt aus, ein Stern steht am Ende. Pfad, Schlüssel, Adresse oder Anfrage-ID können Sie unverändert einfügen.',
)
export const queryUnread = text('Diese Suche ist nicht lesbar')
export const queryUnreadBecause = text(
  'Korrigieren Sie das markierte Zeichen, dann erscheinen die Anfragen.',
)
export const received = text('Empfangen')
export const redirect = text('Weiterleitung')
export const refused = text('Abgelehnt')
export const rename = text('Umbenennen')
export const renameView = text('{name} umbenennen')
export const request = text('Anfrage')
export const requestBody = text('Inhalt der Anfrage')
export const requestHeaders = text('Header der Anfrage')
export const requestId = text('Anfrage-ID')
export const requestIdToCopy = text('Anfrage-ID')
export const requestNamed = text('{method} {path}, {status}')
export const requestQuery = text('Abfrageparameter')
export const requestWithoutBody = text('Anfrage ohne Inhalt')
export const requestsIn = text(
  '{when}: {count, plural, one {# Anfrage} other {# Anfragen}}, {refused, number} abgelehnt, {failed, number} fehlgeschlagen',
)
export const requestsOverTime = text('Anfragen im Zeitverlauf')
export const requestsShown = text('{count, plural, one {# Anfrage} other {# Anfragen}}')
export const resetZoom = text('Zoom zurücksetzen')
export const responseBody = text('Inhalt der Antwort')
export const responseHeaders = text('Header der Antwort')
export const responseWithoutBody = text('Antwort ohne Inhalt')
export const resume = text('Fortsetzen')
export const sandboxKey = text('Schlüssel der Sandbox')
export const sandboxKeyHint = text(
  'Die Anfrage kann, was sowohl dieser Schlüssel als auch Sie dürfen.',
)
export const saveShown = text('Angezeigtes speichern')
export const saveView = text('Ansicht speichern')
export const saveViewAsked = text('Diese Ansicht speichern …')
export const search = text('Pfad, Schlüssel, IP, Anfrage-ID oder latency:>500')
export const seeLogs = text('Protokolle einzusehen')
export const sendAgain = text('Erneut senden')
export const sendInSandbox = text('In der Sandbox senden')
export const sentAgainBy = text('Erneut gesendet von {name}')
export const sentFrom = text('Von {name} aus einer früheren Anfrage erneut gesendet')
export const sentFromEarlier = text('Aus einer früheren Anfrage erneut gesendet')
export const serverError = text('Serverfehler')
export const sessionsLeftOut = text('Anfragen, die Embed-Sitzungen eröffnen, sind ausgeblendet.')
export const sessionsShown = text('Anfragen, die Embed-Sitzungen eröffnen, sind eingeblendet.')
export const share = text('Teilen')
export const shareNamed = text('{name} mit dem Team teilen')
export const shareView = text('Mit dem Team teilen')
export const sharedByTeam = text('Geteilt')
export const showInAudit = text('{name} im Audit-Protokoll zeigen')
export const showIt = text('Zeigen')
export const showKey = text('Schlüssel {label} anzeigen')
export const showOriginal = text('Die frühere Anfrage zeigen')
export const showSentAgain = text('Die erneut gesendete Anfrage zeigen')
export const shownLive = text(
  '{count, plural, one {# Anfrage kam} other {# Anfragen kamen}} live herein{leftOut, plural, =0 {} other {, # ausgelassen, um mitzuhalten}}.',
)
export const showSessions = text('Einblenden')
export const slowerThanHalf = text('Langsamer als eine halbe Sekunde')
export const slowerThanOne = text('Langsamer als eine Sekunde')
export const startAgain = text('Erneut starten')
export const status = text('Status')
export const statusNamed = text('{status} {words}')
export const stretchOfTime = text('Zeitabschnitt')
export const structureAlone = text(
  'Von den Inhalten ist nur der Aufbau zu sehen. Um Werte zu sehen, brauchen Sie die Berechtigung {scope}.',
)
export const success = text('Erfolg')
export const suggestions = text('Vorschläge')
export const tableOfRequests = text('Anfragen, neueste zuerst')
export const teamsViews = text('Vom Team geteilt')
export const time = text('Zeit')
export const timeline = text('Zeitachse')
export const toKeys = text('Zu den API-Schlüsseln')
export const tooLarge = text('Zu groß')
export const tooManyRequests = text('Zu viele Anfragen')
export const unauthenticated = text('Nicht authentifiziert')
export const unknownStatus = text('Unbekannt')
export const unshare = text('Nicht mehr teilen')
export const unshareNamed = text('{name} nicht mehr teilen')
export const viewName = text('Name')
export const viewNameHint = text('Sie enthält Suche, Filter und Zeitraum.')
export const viewNameMissing = text('Geben Sie der Ansicht einen Namen.')
export const viewOf = text('{name}, von {maker}')
export const viewSaved = text('Ansicht {name} gespeichert')
export const views = text('Ansichten')
export const wasSentAgain = text('Erneut gesendet')
export const widerFilters = text(
  'Versuchen Sie es mit weniger Filtern oder einem längeren Zeitraum.',
)
export const wrongMediaType = text('Falscher Medientyp')
