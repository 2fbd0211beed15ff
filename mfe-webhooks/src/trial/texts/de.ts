import { text } from '@sonaqor/module/texts'

export const arrived = text('Der Endpunkt hat es angenommen')
export const atByte = text('Bei Byte {at, number}')
export const body = text('Inhalt')
export const bodyHint = text('Wie er ankam, bevor ihn etwas eingelesen hat.')
export const broken = text('Verletzt')
export const byOldSecret = text('Mit dem alten Geheimnis signiert, das bald endet.')
export const bySecret = text('Mit dem Geheimnis dieses Endpunkts signiert.')
export const cameAt = text('Empfangen um')
export const cameAtHint = text('Ohne Angabe wird mit der jetzigen Zeit verglichen.')
export const causeBodyMissing = text(
  'Der Inhalt ist leer: Etwas hat ihn vor Ihnen gelesen. Nehmen Sie die Bytes, bevor ein Parser sie nimmt.',
)
export const causeByteOrderMark = text(
  'Vor dem Inhalt steht eine Byte-Order-Mark. Lesen Sie ihn als Bytes, nicht als Text.',
)
export const causeEndedSecret = text(
  'Mit einem beendeten Geheimnis dieses Endpunkts signiert. Hinterlegen Sie beim Empfänger das jetzige.',
)
export const causeEscaped = text(
  'Zeichen wurden als \\uXXXX geschrieben oder umgekehrt. Prüfen Sie die Bytes, wie sie kamen.',
)
export const causeHeadersMissing = text(
  '{count, plural, one {Der Header {names} fehlt} other {Die Header {names} fehlen}}. Eine Signatur wird mit allen dreien geprüft.',
)
export const causeHex = text('Die Signatur ist hexadezimal geschrieben. Sie muss base64 sein.')
export const causeIdMissing = text(
  'webhook-id fehlt in dem, was signiert ist: Kennung, Zeit und Inhalt, mit Punkten dazwischen.',
)
export const causeMilliseconds = text(
  'Die Zeit steht in Millisekunden. Sie muss in Sekunden stehen.',
)
export const causeNewlines = text(
  'Zeilenenden wurden umgewandelt. Prüfen Sie die Bytes, wie sie kamen.',
)
export const causeOtherEndpoint = text('Mit dem Geheimnis eines anderen Ihrer Endpunkte signiert.')
export const causeReformatted = text(
  'Das JSON wurde eingelesen und neu geschrieben. Prüfen Sie die Bytes, wie sie kamen, bevor etwas sie einliest.',
)
export const causeSecretNotDecoded = text(
  'Das Geheimnis wurde als Text verwendet. Dekodieren Sie zuerst, was hinter whsec_ steht, aus base64.',
)
export const causeTrailingNewline = text(
  'Am Ende des Inhalts wurde ein Zeilenende ergänzt oder entfernt.',
)
export const causeUnknown = text('Nichts, was unterwegs üblicherweise geschieht, erklärt es.')
export const checkSignature = text('Signatur prüfen')
export const data = text('Daten')
export const debugMeans = text(
  'Fügen Sie eine Anfrage ein, wie Ihr Empfänger sie bekam. Sie erfahren, welche Regel ihre Signatur verletzt und was unterwegs mit ihr geschah. Sie wird angesehen und nicht aufbewahrt.',
)
export const didNotArrive = text('Der Endpunkt hat es nicht angenommen')
export const expected = text('Was webhook-signature zu diesen Bytes sagen müsste')
export const firstDifference = text('Erster Unterschied')
export const givenMeans = text(
  'Diese Nachricht, wie sie kam. Ändern Sie ein Byte und sehen Sie, welche Regel bricht. Sie wird angesehen und nicht aufbewahrt.',
)
export const headers = text('Header')
export const headersHint = text('Je Zeile einer, etwa webhook-id: 0199…')
export const headersMissing = text(
  'Geben Sie je Zeile einen Header ein, Name und Wert mit einem Doppelpunkt dazwischen.',
)
export const holds = text('Erfüllt')
export const isGenuine = text('Die Signatur stimmt')
export const isNotGenuine = text('Die Signatur stimmt nicht')
export const language = text('Sprache')
export const noObject = text('Geben Sie ein JSON-Objekt ein.')
export const notReached = text('Nicht erreicht')
export const ruleBody = text('Der Inhalt ist der gesendete')
export const ruleHeaders = text('Die drei Header sind da')
export const ruleSignature = text('Eine Signatur passt')
export const ruleSignatureFormat = text('Die Signatur ist richtig geschrieben')
export const ruleTimestampFormat = text('Die Zeit ist in Sekunden geschrieben')
export const ruleTolerance = text('Die Zeit weicht höchstens fünf Minuten ab')
export const signedBytes = text('Was signiert ist')
export const stepByStep = text('Die Signatur, Schritt für Schritt')
export const stepEd25519 = text('Dies mit ed25519 signieren und in base64 hinter „v1a,“ schreiben.')
export const stepHmac = text(
  'Davon mit dem aus base64 dekodierten Geheimnis den HMAC-SHA256 bilden und in base64 hinter „v1,“ schreiben.',
)
export const stepId = text(
  'Die Kennung des Ereignisses nehmen, die bei jedem Versuch gleich bleibt.',
)
export const stepSeveral = text(
  'Es sind {count, number}, eine für jedes signierende Geheimnis; eine, die passt, genügt.',
)
export const stepSigned = text(
  'Kennung, Zeit und Inhalt hintereinander schreiben, mit Punkten dazwischen.',
)
export const stepTimestamp = text('Die Zeit des Versuchs nehmen, in Sekunden.')
export const testMeans = text(
  'Ein Versuch, sofort, signiert und gesendet wie jeder andere. Er steht als Test unter den Zustellungen und wird nicht wiederholt.',
)
export const type = text('Ereignisart')
export const verifyIt = text('Im Empfänger prüfen')
export const verifyMeans = text(
  'Mit Bordmitteln der Sprache oder einer bekannten Bibliothek. Jede Bibliothek für Standard Webhooks tut dasselbe.',
)
export const wasReceived = text('Empfangen')
export const wasSent = text('Gesendet')
