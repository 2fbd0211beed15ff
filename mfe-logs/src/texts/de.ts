import { text } from '@sonaqor/module/texts'

export const accepted = text('Angenommen')
export const allRequests = text('Alle Anfragen')
export const app = text('App')
export const badRequest = text('Ungültige Anfrage')
export const between100And500 = text('Zwischen 100 und 500 Millisekunden')
export const byBeginning = text(
  'Pfade werden nach ihrem Anfang gefunden, zum Beispiel {example}; ein Schlüssel nach dem Anfang seines Geheimnisses.',
)
export const bytes = text('{count, plural, one {# Byte} other {# Byte}}')
export const bytesCut = text('{count, plural, one {# Byte} other {# Byte}}, gekürzt')
export const changedMeanwhile = text('Zwischenzeitlich geändert')
export const clearFilters = text('Filter zurücksetzen')
export const conflict = text('Konflikt')
export const connecting = text('Verbindung wird hergestellt')
export const copyAsCurl = text('Als curl kopieren')
export const created = text('Erstellt')
export const curlToCopy = text('Anfrage als curl')
export const cutBody = text(
  'Das Protokoll enthält nur den Anfang des Inhalts. Ergänzen Sie ihn, bevor Sie dies senden.',
)
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
export const forbidden = text('Nicht erlaubt')
export const from = text('Herkunft')
export const groupClient = text('4xx, abgelehnt')
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
export const instantToCopy = text('Zeitpunkt')
export const internalError = text('Interner Fehler')
export const invalid = text('Ungültig')
export const key = text('Schlüssel')
export const keyUnused = text('Mit {label} wurde noch keine Anfrage gestellt')
export const latency = text('Latenz')
export const latestRequests = text('Neueste Anfragen')
export const leaveSessionsOut = text('Ausblenden')
export const leftOut = text(
  '{count, number} übersprungen, weil zu viele auf einmal kamen: neu laden',
)
export const live = text('Live')
export const liveEnded = text('Die Live-Aktualisierung wurde beendet')
export const liveEndedBecause = text(
  'Neue Anfragen werden nicht mehr übertragen, weil Ihre Berechtigung für die Protokolle erloschen ist oder sich nicht bestätigen ließ.',
)
export const logs = text('Protokolle')
export const maskedValues = text(
  'Einige Werte wurden im Protokoll maskiert. Ersetzen Sie jedes {placeholder}, bevor Sie dies senden: So, wie es hier steht, wird es abgelehnt.',
)
export const method = text('Methode')
export const methodNotAllowed = text('Methode nicht erlaubt')
export const milliseconds = text('{count, number} ms')
export const newRequests = text('{count, number} neu')
export const nextRequest = text('Nächste Anfrage')
export const noContent = text('Kein Inhalt')
export const noNextRequest = text('Dies ist die letzte Anfrage der Liste')
export const noPreviousRequest = text('Dies ist die erste Anfrage der Liste')
export const noRequestMatches = text('Keine Anfrage entspricht den Filtern')
export const noRequestsInDay = text('Keine Anfragen in den letzten 24 Stunden')
export const noRequestsYet = text('Keine Anfragen in diesem Zeitraum')
export const notFound = text('Nicht gefunden')
export const notLive = text('Nicht live')
export const notModified = text('Unverändert')
export const notOpened = text('Das konnte nicht geöffnet werden')
export const notOpenedBecause = text(
  'Ein Teil der Seite konnte nicht geladen werden. Versuchen Sie es gleich noch einmal.',
)
export const ok = text('OK')
export const onlyKey = text('Nur Anfragen dieses Schlüssels')
export const overloaded = text('Überlastet')
export const past = text('Frühere Anfragen')
export const pause = text('Anhalten')
export const paused = text('Angehalten')
export const previousRequest = text('Vorherige Anfrage')
export const purpose = text(
  'Alle Anfragen mit Ihren API-Schlüsseln, auch die abgelehnten, sobald sie eintreffen.',
)
export const queryFault = text(
  'Zeichen {place, number}: Erwartet wird {expected, select, term {eine Bedingung hinter dem Minus, etwa -status:404} field {eines der Felder {fields} vor dem Doppelpunkt; Text mit Doppelpunkt gehört in Anführungszeichen} value {ein Wert} quote {ein schließendes Anführungszeichen} space {ein Leerzeichen oder das Ende hinter dem Anführungszeichen} star {ein Stern nur am Ende; ein Pfad, der einen enthält, gehört in Anführungszeichen} status {ein Status wie 404, 5xx, >=400 oder 400..499} method {eine der Methoden {methods}} key {der Anfang des Schlüssels, etwa sq_live_Ab12, oder seine ID} id {eine ID wie 0190a5b2-7c1e-7000-8000-000000000000} ip {eine Adresse oder ein Bereich, etwa 203.0.113.7 oder 10.0.0.0/8} latency {eine Zahl von Millisekunden, etwa >500, <=20 oder 100..500} order {ein Bereich, dessen Ende nicht vor seinem Anfang liegt} fewerTerms {eine Suche mit höchstens 30 Bedingungen} fewerValues {höchstens 20 Werte je Feld} other {etwas anderes}}.',
)
export const queryField = text(
  '{field, select, status {404, 5xx, >=400, 400..499} method {GET, POST und andere} path {/v1/customers oder /v1/customers*} key {Sein Anfang oder seine Bezeichnung} app {Nach ihrem Namen} ip {Eine Adresse oder ein Bereich} latency {>500, <=20, 100..500} other {Wie eine Antwort sie nennt}}',
)
export const queryRules = text(
  'Alle Bedingungen müssen zutreffen. Kommas trennen Werte, ein Minus schließt aus, ein Stern steht am Ende. Pfad, Schlüssel, Adresse oder Anfrage-ID können Sie unverändert einfügen.',
)
export const queryUnread = text('Diese Suche ist nicht lesbar')
export const queryUnreadBecause = text(
  'Korrigieren Sie das markierte Zeichen, dann erscheinen die Anfragen.',
)
export const redirect = text('Weiterleitung')
export const refused = text('Abgelehnt')
export const request = text('Anfrage')
export const requestBody = text('Inhalt der Anfrage')
export const requestHeaders = text('Header der Anfrage')
export const requestId = text('Anfrage-ID')
export const requestIdToCopy = text('Anfrage-ID')
export const requestNamed = text('{method} {path}, {status}')
export const requestQuery = text('Abfrageparameter')
export const requestsShown = text('{count, plural, one {# Anfrage} other {# Anfragen}}')
export const requestWithoutBody = text('Anfrage ohne Inhalt')
export const responseBody = text('Inhalt der Antwort')
export const responseHeaders = text('Header der Antwort')
export const responseWithoutBody = text('Antwort ohne Inhalt')
export const resume = text('Fortsetzen')
export const search = text('Suchen, etwa status:5xx path:/v1/transactions*')
export const seeLogs = text('Protokolle einzusehen')
export const serverError = text('Serverfehler')
export const sessionsLeftOut = text('Anfragen, die Einbettungssitzungen öffnen, sind ausgeblendet.')
export const sessionsShown = text('Anfragen, die Einbettungssitzungen öffnen, sind eingeblendet.')
export const showKey = text('Schlüssel {label} anzeigen')
export const showSessions = text('Einblenden')
export const slowerThanHalf = text('Langsamer als eine halbe Sekunde')
export const slowerThanOne = text('Langsamer als eine Sekunde')
export const startAgain = text('Erneut starten')
export const status = text('Status')
export const statusNamed = text('{status} {words}')
export const structureAlone = text(
  'Von den Inhalten ist nur der Aufbau zu sehen. Um Werte zu sehen, brauchen Sie die Berechtigung {scope}.',
)
export const success = text('Erfolg')
export const suggestions = text('Vorschläge')
export const tableOfRequests = text('Anfragen, neueste zuerst')
export const time = text('Zeit')
export const tooLarge = text('Zu groß')
export const tooManyRequests = text('Zu viele Anfragen')
export const unauthenticated = text('Nicht authentifiziert')
export const unknownStatus = text('Unbekannt')
export const widerFilters = text(
  'Versuchen Sie es mit weniger Filtern oder einem längeren Zeitraum.',
)
export const wrongMediaType = text('Falscher Medientyp')
