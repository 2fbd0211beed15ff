import { text } from '@sonaqor/module/texts'

export const adviceSignatureFormat = text(
  'In webhook-signature steht „v1,“ mit base64 dahinter, oder „v1a,“, wenn der Endpunkt mit ed25519 signiert. Nehmen Sie den Header, wie er kam, in einer Zeile.',
)
export const adviceTimestampFormat = text(
  'In webhook-timestamp stehen ganze Sekunden seit 1970, etwa 1763800000. Nehmen Sie den Header, wie er kam, und denselben Text für das, was signiert ist.',
)
export const arrived = text('Der Endpunkt hat es angenommen')
export const atByte = text('Bei Byte {at, number}')
export const body = text('Inhalt')
export const bodyBroken = text('Er ist leer oder nicht der gesendete.')
export const bodyHint = text('Wie er ankam, bevor ihn etwas eingelesen hat.')
export const bodyHolds = text('Es ist der gesendete.')
export const bodyUnknown = text(
  'Zu dieser Kennung gibt es keine Zustellung an diesen Endpunkt, mit der er zu vergleichen wäre, oder das Gesendete ist für Sie nicht einsehbar.',
)
export const broken = text('Verletzt')
export const byOldSecret = text('Mit dem alten Geheimnis signiert, das bald endet.')
export const bySecret = text('Mit dem Geheimnis dieses Endpunkts signiert.')
export const cameAt = text('Empfangen um')
export const cameAtHint = text('Ohne Angabe wird mit der jetzigen Zeit verglichen.')
export const causeAnotherSecret = text(
  'Kennung und Inhalt sind die gesendeten. Also hat ein anderes Geheimnis als eines dieses Endpunkts signiert, oder die Zeit wurde seither geändert. Vergleichen Sie das Geheimnis Ihres Empfängers und prüfen Sie mit webhook-timestamp, wie er kam.',
)
export const causeBodyChanged = text(
  'Der Inhalt ist ein anderer als der gesendete. Sehen Sie den ersten Unterschied an: Etwas zwischen uns und Ihrem Empfänger ändert oder kürzt ihn.',
)
export const causeBodyMissing = text(
  'Der Inhalt ist leer: Etwas hat ihn vor Ihnen gelesen. Nehmen Sie die Bytes, bevor ein Parser sie nimmt.',
)
export const causeByteOrderMark = text(
  'Vor dem Inhalt steht eine Byte-Order-Mark. Lesen Sie ihn als Bytes, nicht als Text.',
)
export const causeCharset = text(
  'Der Inhalt wurde in einem anderen Zeichensatz als UTF-8 gelesen. Prüfen Sie die Bytes, wie sie kamen, bevor sie Text werden.',
)
export const causeEndedSecret = text(
  'Mit einem beendeten Geheimnis dieses Endpunkts signiert. Hinterlegen Sie beim Empfänger das jetzige.',
)
export const causeEntities = text(
  'Zeichen wie & und " wurden als HTML-Entitäten geschrieben oder umgekehrt. Etwas bereinigt Eingaben, bevor Sie sie sehen: Prüfen Sie die Bytes, wie sie kamen.',
)
export const causeEscaped = text(
  'Zeichen wurden als \\uXXXX geschrieben oder umgekehrt. Prüfen Sie die Bytes, wie sie kamen.',
)
export const causeHeadersMissing = text(
  '{count, plural, one {Der Header {names} fehlt} other {Die Header {names} fehlen}}. Eine Signatur wird mit allen dreien geprüft.',
)
export const causeHex = text(
  'Die Signatur ist hexadezimal geschrieben. Sie muss base64 sein: Lassen Sie den HMAC so ausgeben.',
)
export const causeIdMissing = text(
  'webhook-id fehlt in dem, was signiert ist: Kennung, Zeit und Inhalt, mit Punkten dazwischen.',
)
export const causeInFuture = text(
  'Ihre Zeit liegt {apart} nach dem Empfang; höchstens {allowed} sind erlaubt. Die Uhr Ihres Empfängers geht nach oder die des Senders vor: Stellen Sie Ihre über NTP, und vergleichen Sie sie mit dem Header Date einer Antwort unserer API.',
)
export const causeMilliseconds = text(
  'Die Zeit steht in Millisekunden. Sie muss in Sekunden stehen: durch 1000 teilen und den Rest weglassen.',
)
export const causeNewlines = text(
  'Zeilenenden wurden umgewandelt. Prüfen Sie die Bytes, wie sie kamen.',
)
export const causeNotCompared = text(
  'Nichts, was unterwegs üblicherweise geschieht, erklärt es. Ob ein Byte des Inhalts verändert wurde, ließ sich nicht vergleichen: An diesen Endpunkt ging unter dieser Kennung nichts, oder das Gesendete ist für Sie nicht einsehbar. Bei einem Test, den Sie selbst senden, erfahren Sie das Byte.',
)
export const causeOtherEndpoint = text(
  'Mit dem Geheimnis eines anderen Ihrer Endpunkte signiert. Hinterlegen Sie beim Empfänger das Geheimnis des Endpunkts, der an diese Adresse sendet.',
)
export const causeOtherKind = text(
  'Dieser Endpunkt signiert anders: Bei ed25519 prüfen Sie, was hinter „v1a,“ steht, mit dem öffentlichen Schlüssel, bei HMAC, was hinter „v1,“ steht, mit dem Geheimnis.',
)
export const causeReformatted = text(
  'Das JSON wurde eingelesen und neu geschrieben. Prüfen Sie die Bytes, wie sie kamen, bevor etwas sie einliest.',
)
export const causeSecretNotDecoded = text(
  'Das Geheimnis wurde als Text verwendet. Dekodieren Sie zuerst, was hinter whsec_ steht, aus base64.',
)
export const causeSeparated = text(
  'Zwischen mehreren Signaturen steht ein Leerzeichen und sonst nichts. Nehmen Sie den Header, wie er kam, und trennen Sie ihn an Leerzeichen.',
)
export const causeSwapped = text(
  'Kennung und Zeit sind vertauscht. Zuerst kommt webhook-id, dann webhook-timestamp, dann der Inhalt, mit Punkten dazwischen.',
)
export const causeTimestampUnsigned = text(
  'webhook-timestamp fehlt in dem, was signiert ist: Kennung, Zeit und Inhalt, mit Punkten dazwischen.',
)
export const causeTooOld = text(
  'Sie wurde {apart} vor dem Empfang signiert; höchstens {allowed} sind erlaubt. Kam die Anfrage früher als jetzt, geben Sie das unter „Empfangen um“ an. Sonst geht die Uhr Ihres Empfängers vor oder die des Senders nach; oder die Anfrage lag herum und wird von jemand anderem erneut gesendet.',
)
export const causeTrailingNewline = text(
  'Am Ende des Inhalts wurde ein Zeilenende ergänzt oder entfernt. Prüfen Sie die Bytes, wie sie kamen.',
)
export const causeUnknown = text(
  'Nichts, was unterwegs üblicherweise geschieht, erklärt es. Sehen Sie nach, ob Header und Inhalt von derselben Anfrage sind und ob sie an diesen Endpunkt ging.',
)
export const causeVersionMissing = text(
  'Die Signatur stimmt, doch „v1,“ fehlt davor. In webhook-signature steht jede Signatur hinter ihrer Version und einem Komma.',
)
export const checkInDebugger = text('Im Debugger prüfen')
export const checkSignature = text('Signatur prüfen')
export const data = text('Daten')
export const debugMeans = text(
  'Fügen Sie eine Anfrage ein, wie Ihr Empfänger sie bekam. Sie erfahren, welche Regel ihre Signatur verletzt und was unterwegs mit ihr geschah. Sie wird angesehen und nicht aufbewahrt.',
)
export const didNotArrive = text('Der Endpunkt hat es nicht angenommen')
export const expectedElsewhere = text(
  'Was webhook-signature zu diesen Bytes sagen müsste, steht nur im Dashboard: Damit ließe sich im Namen des Absenders signieren.',
)
export const expected = text('Was webhook-signature zu diesen Bytes sagen müsste')
export const firstDifference = text('Erster Unterschied')
export const givenMeans = text(
  'Diese Nachricht, wie sie kam. Ändern Sie ein Byte und sehen Sie, welche Regel bricht. Sie wird angesehen und nicht aufbewahrt.',
)
export const headers = text('Header')
export const headersHint = text('Je Zeile einer, etwa webhook-id: 0199…')
export const headersHold = text('Alle drei sind da.')
export const headersMissing = text(
  'Geben Sie je Zeile einen Header ein, Name und Wert mit einem Doppelpunkt dazwischen.',
)
export const holds = text('Erfüllt')
export const isGenuine = text('Die Signatur stimmt')
export const isNotGenuine = text('Die Signatur stimmt nicht')
export const isOutOfTime = text('Die Signatur passt, doch ihre Zeit weicht zu weit ab')
export const language = text('Sprache')
export const noJsonAt = text(
  'Geben Sie ein JSON-Objekt ein. In Zeile {line, number}, Zeichen {column, number}, ist es kein JSON.',
)
export const noObject = text('Geben Sie ein JSON-Objekt ein.')
export const notReached = text('Nicht geprüft')
export const noType = text('Wählen Sie eine Ereignisart.')
export const refusedAllTheSame = text(
  'Lehnt Ihr Empfänger sie trotzdem ab, geben Sie an Stelle der empfangenen Signatur die ein, die er errechnet hat. Sie erfahren, was er anders macht.',
)
export const ruleBlocked = text('Eine Regel davor muss erst erfüllt sein.')
export const ruleBody = text('Der Inhalt ist der gesendete')
export const ruleHeaders = text('Die drei Header sind da')
export const ruleSignature = text('Eine Signatur passt')
export const ruleSignatureFormat = text('Die Signatur ist richtig geschrieben')
export const ruleTimestampFormat = text('Die Zeit ist in Sekunden geschrieben')
export const ruleTolerance = text('Die Zeit weicht höchstens fünf Minuten ab')
export const searchTypes = text('Ereignisarten durchsuchen')
export const signatureBroken = text(
  'Keine ist von einem Geheimnis dieses Endpunkts, über diese Bytes.',
)
export const signatureFormatBroken = text(
  'Es gibt keine der Art, mit der dieser Endpunkt signiert.',
)
export const signatureFormatHolds = text('Es gibt Signaturen, die sich prüfen lassen.')
export const signatureHolds = text(
  'Eine ist von einem Geheimnis dieses Endpunkts, über diese Bytes.',
)
export const signedApart = text(
  '{side, select, after {Ihre Zeit liegt {apart} nach dem Empfang} other {Sie wurde {apart} vor dem Empfang signiert}}; höchstens {allowed} sind erlaubt.',
)
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
export const timestampFormatBroken = text('Es müssen ganze Sekunden seit 1970 sein.')
export const timestampFormatHolds = text('Es ist eine Zeit in Sekunden seit 1970.')
export const type = text('Ereignisart')
export const verifyIt = text('Im Empfänger prüfen')
export const verifyMeans = text(
  'Mit Bordmitteln der Sprache oder einer bekannten Bibliothek. Jede Bibliothek für Standard Webhooks tut dasselbe.',
)
export const wasReceived = text('Empfangen')
export const wasSent = text('Gesendet')
