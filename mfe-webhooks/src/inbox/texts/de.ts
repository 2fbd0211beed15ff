import { text } from '@sonaqor/module/texts'

export const answered = text('Beantwortet')
export const answeredWith = text('Beantwortet mit {status}')
export const answers200 = text('Es nimmt jede Nachricht an, und die Zustellung ist erledigt.')
export const answers400 = text(
  'Es lehnt jede Nachricht ab. Wir versuchen es mit immer längeren Pausen erneut: {attempts, number} Versuche über rund drei Tage.',
)
export const answers410 = text(
  'Es will nichts mehr: Die Zustellung wird sofort aufgegeben und das Postfach geschlossen, wie ein Endpunkt abgeschaltet würde.',
)
export const answers429 = text(
  'Es bittet um weniger. Wir versuchen es mit immer längeren Pausen erneut: {attempts, number} Versuche über rund drei Tage.',
)
export const answers500 = text(
  'Es scheitert an jeder Nachricht. Wir versuchen es mit immer längeren Pausen erneut: {attempts, number} Versuche über rund drei Tage.',
)
export const answers503 = text(
  'Es ist vorerst außer Betrieb. Wir versuchen es mit immer längeren Pausen erneut: {attempts, number} Versuche über rund drei Tage.',
)
export const answersTitle = text('Was es antwortet')
export const attempt = text('Versuch')
export const body = text('Inhalt')
export const checkRules = text('Regel für Regel prüfen')
export const clear = text('Nachrichten vergessen')
export const clearAsked = text('Alle Nachrichten vergessen …')
export const clearMeans = text(
  '{count, plural, one {# Nachricht wird} other {# Nachrichten werden}} vergessen, für alle, die in dieses Postfach sehen. Das lässt sich nicht rückgängig machen. Die Zustellungen bleiben im Protokoll.',
)
export const clearTitle = text('Vergessen, was das Postfach enthält?')
export const closedByFailing = text(
  'Es antwortete tagelang nur mit Fehlern und wurde geschlossen, wie ein Endpunkt abgeschaltet würde. Was es enthält, bleibt lesbar.',
)
export const closedByGone = text(
  'Es antwortete mit 410 und wurde geschlossen, wie ein Endpunkt abgeschaltet würde. Mit dieser Antwort schließt es nach dem Öffnen bei der nächsten Nachricht wieder.',
)
export const closedMeans = text(
  'Es wird nichts zugestellt. Was inzwischen geschieht, wird als übersprungen aufbewahrt, und was es enthält, bleibt lesbar.',
)
export const closeInbox = text('Postfach schließen')
export const connecting = text('Verbindet')
export const forwardBroken = text('Verbindung abgebrochen')
export const forwardRefused = text('Verbindung abgelehnt')
export const forwardTimeout = text('Keine Antwort in der Zeit')
export const goToProjects = text('Zu den Projekten')
export const headers = text('Header')
export const hideRules = text('Regeln ausblenden')
export const holdsNothing = text('Es enthält keine Nachrichten.')
export const howTheyCome = text(
  'Sobald in dieser App etwas geschieht, steht die Nachricht hier. Ein Test ist sofort da.',
)
export const howToListen = text('So hören Sie mit')
export const invalid = text('Ungültig')
export const invalidMeans = text('Sie passte bei der Ankunft nicht zum Geheimnis dieses Postfachs.')
export const invalidNamed = text('{type}, mit {status} beantwortet, Signatur ungültig')
export const isClosed = text('Das Testpostfach ist geschlossen')
export const listenMeans = text(
  'Reicht jede Nachricht an Ihren Rechner weiter, solange es läuft, Byte für Byte wie gesendet, sodass die Signatur auch dort zum Geheimnis dieses Postfachs passt.',
)
export const listenNeeds = text(
  'Der Schlüssel braucht {read} und {values}; Inhaber und Administratoren können beides erteilen. Was er nicht so sehen darf, wie es gesendet wurde, wird nie weitergereicht, denn es ließe sich nicht prüfen.',
)
export const listenTitle = text('Auf Ihrem Rechner')
export const live = text('Live')
export const lookBeforeBuilding = text('Sehen, was Sie bekämen, bevor Sie einen Empfänger bauen')
export const message = text('Nachricht')
export const messageNamed = text('{type}, mit {status} beantwortet, Signatur gültig')
export const messages = text('Nachrichten')
export const messagesShown = text('{count, plural, one {# Nachricht} other {# Nachrichten}}')
export const moreActs = text('Weitere Aktionen')
export const nextMessage = text('Nächste Nachricht')
export const noApp = text('Es gibt noch keine Sandbox-App')
export const noAppWords = text(
  'Ein Testpostfach gehört zu einer App der Sandbox. Legen Sie eine in einem Projekt an, dann lässt sich ihr Postfach hier öffnen.',
)
export const noneOfType = text('Es enthält keine Nachrichten dieser Art')
export const noNext = text('Dies ist die letzte Nachricht')
export const noPrevious = text('Dies ist die erste Nachricht')
export const nothingComes = text(
  'Es enthält keine Nachrichten, und solange es geschlossen ist, kommen keine.',
)
export const nothingYet = text('Noch keine Nachrichten')
export const notLive = text('Nicht live')
export const notPassedOn = text('Nicht weitergereicht')
export const openAgain = text('Wieder öffnen')
export const openInbox = text('Testpostfach öffnen')
export const otherTypes = text('Wählen Sie eine andere Art oder alle.')
export const passedOn = text('Weitergabe')
export const previousMessage = text('Vorherige Nachricht')
export const purpose = text(
  'Prüft, was einer Sandbox-App gesendet würde, und bewahrt es zum Ansehen auf.',
)
export const received = text('Empfangen')
export const sandboxAlone = text('Testpostfächer gibt es in der Sandbox')
export const sandboxAloneBecause = text(
  'Was in der Produktion geschieht, betrifft echte Kunden und geht nur an Ihre eigenen Endpunkte. In der Sandbox hat jede App ein Postfach, um Webhooks auszuprobieren.',
)
export const secret = text('Geheimnis')
export const secretMeans = text('Auch ein Empfänger auf Ihrem Rechner prüft damit.')
export const showDelivery = text('Zustellung anzeigen')
export const signature = text('Signatur')
export const signatureInvalid = text('Signatur ungültig')
export const signatureValid = text('Signatur gültig')
export const statusAndTime = text('{status}, {time}')
export const terminal = text('Im Terminal')
export const toSandbox = text('Zur Sandbox')
export const valid = text('Gültig')
export const validMeans = text(
  'Sie passte bei der Ankunft zum Geheimnis dieses Postfachs, so wie Ihr Empfänger es prüfen würde.',
)
export const wasCleared = text('Die Nachrichten sind vergessen')
export const wasClosed = text('Das Testpostfach ist geschlossen')
export const whatItIs = text(
  'Das Testpostfach ist ein Empfänger, den wir betreiben. Sobald es offen ist, wird ihm jedes Ereignis der App zugestellt: signiert, wiederholt und protokolliert wie jede Zustellung an einen Ihrer Endpunkte.',
)
export const whatItIsFor = text(
  'Das Testpostfach ist ein Empfänger, den wir betreiben. Sobald es offen ist, wird ihm jedes Ereignis von „{name}“ zugestellt: signiert, wiederholt und protokolliert wie jede Zustellung an einen Ihrer Endpunkte.',
)
export const whatOneDoes = text(
  'Sie sehen Header, Inhalt und Signatur jeder Nachricht, wählen, was das Postfach antwortet, und lassen Nachrichten an Ihren Rechner weiterreichen. Die letzten {messages, number} Nachrichten werden {days, number} Tage lang aufbewahrt.',
)
export const whoMayOpen = text('Wer {scope} hat, kann es öffnen.')
