import { text } from '@sonaqor/module/texts'

export const accepted = text('Angenommen')
export const allRequests = text('Alle Anfragen')
export const apiLogs = text('API-Protokolle')
export const app = text('App')
export const badGateway = text('Fehlerhaftes Gateway')
export const badRequest = text('Ungültige Anfrage')
export const cancel = text('Abbrechen')
export const changedMeanwhile = text('Zwischenzeitlich geändert')
export const clearFilters = text('Filter zurücksetzen')
export const conflict = text('Konflikt')
export const connecting = text('Verbindung wird hergestellt')
export const created = text('Erstellt')
export const done = text('Fertig')
export const filterUnread = text(
  'Ein Filter in der Adresse lässt sich nicht lesen. Er schränkt die Liste nicht ein.',
)
export const forbidden = text('Nicht erlaubt')
export const found = text('Gefunden')
export const from = text('Herkunft')
export const gatewayTimeout = text('Gateway ohne Antwort')
export const gone = text('Nicht mehr da')
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
export const imported = text('Importiert')
export const internalError = text('Interner Fehler')
export const invalid = text('Ungültig')
export const key = text('Schlüssel')
export const keyOver = text('{state, select, expired {abgelaufen} other {widerrufen}}')
export const keyUnused = text('Mit {label} wurde noch keine Anfrage gestellt')
export const latency = text('Latenz')
export const latencyUntold = text('Das importierte Protokoll sagt nicht, wie lange es dauerte')
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
export const localTime = text('Ortszeit')
export const logs = text('Protokolle')
export const lookedBackTo = text(
  'Nur bis {when} zurück gesucht, weil weiter zu suchen lange dauert.',
)
export const lookFurther = text('Weiter zurück suchen')
export const method = text('Methode')
export const methodNotAllowed = text('Methode nicht erlaubt')
export const milliseconds = text('{count, number} ms')
export const movedPermanently = text('Dauerhaft verschoben')
export const newRequests = text('{count, number} neu')
export const noKey = text('Kein Schlüssel')
export const oldSecret = text('altes Geheimnis')
export const noContent = text('Kein Inhalt')
export const noneBackTo = text(
  'Bis {when} zurück keine gefunden. Frühere Anfragen wurden nicht durchsucht, weil das lange dauert.',
)
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
export const overloaded = text('Überlastet')
export const partialContent = text('Teilinhalt')
export const past = text('Frühere Anfragen')
export const pause = text('Anhalten')
export const paused = text('Angehalten')
export const purpose = text(
  'Anfragen mit Ihren API-Schlüsseln, auch die abgelehnten, und importierte Zeilen anderer Protokolle.',
)
export const queryUnread = text('Diese Suche ist nicht lesbar')
export const queryUnreadBecause = text(
  'Korrigieren Sie das markierte Zeichen, dann erscheinen die Anfragen.',
)
export const rangeNotSatisfiable = text('Bereich nicht erfüllbar')
export const rangeUnread = text(
  'Der Zeitraum in der Adresse lässt sich nicht lesen. Dies sind die letzten 30 Tage.',
)
export const redirect = text('Weiterleitung')
export const refused = text('Abgelehnt')
export const request = text('Anfrage')
export const requestNamed = text('{method} {path}, {status}, {when}')
export const requestsShown = text('{count, plural, one {# Anfrage} other {# Anfragen}}')
export const resume = text('Fortsetzen')
export const search = text('Pfad, Schlüssel, IP oder Anfrage-ID')
export const seeLogs = text('Protokolle einzusehen')
export const serverError = text('Serverfehler')
export const sessionsLeftOut = text('Anfragen, die Embed-Sitzungen eröffnen, sind ausgeblendet.')
export const sessionsShown = text('Anfragen, die Embed-Sitzungen eröffnen, sind eingeblendet.')
export const showSessions = text('Einblenden')
export const startAgain = text('Erneut starten')
export const status = text('Status')
export const statusNamed = text('{status} {words}')
export const success = text('Erfolg')
export const tableOfRequests = text('Anfragen, neueste zuerst')
export const time = text('Zeit')
export const timeIn = text('Zeit, {zone}')
export const tooLarge = text('Zu groß')
export const tooManyRequests = text('Zu viele Anfragen')
export const unauthenticated = text('Nicht authentifiziert')
export const unknownStatus = text('Unbekannt')
export const webhookLogs = text('Webhook-Protokolle')
export const widerFilters = text(
  'Versuchen Sie es mit weniger Filtern oder einem längeren Zeitraum.',
)
export const wrongMediaType = text('Falscher Medientyp')
