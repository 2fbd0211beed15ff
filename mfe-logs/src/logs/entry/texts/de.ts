import { text } from '@sonaqor/module/texts'

export const answer = text('Antwort')
export const answerBody = text('Inhalt der Antwort')
export const answered = text('Beantwortet')
export const answerHeaders = text('Header der Antwort')
export const auditWritten = text('Audit-Protokoll: {name}')
export const bodyCut = text('Das Protokoll enthält nur den Anfang: Ergänzen Sie ihn.')
export const bodyHint = text('So wird er gesendet, auch wenn etwas daran falsch ist.')
export const bodyUnseen = text(
  'Der Inhalt ist gekürzt oder kein JSON. Ohne {scope} sehen Sie daher nichts von ihm. Schreiben Sie ihn neu.',
)
export const bodyNotKept = text(
  'Das Protokoll enthält diesen Inhalt nicht: Er war kein JSON oder zu groß.',
)
export const bodyHeldBack = text(
  '{name}: zurückgehalten. Der Inhalt wurde gekürzt oder ist kein JSON, sodass sich auch seine Struktur nicht zeigen lässt.',
)
export const bodyUnread = text(
  '{name}: {count, plural, one {# Byte} other {# Byte}}, nicht aufbewahrt, weil der Inhalt nicht als JSON lesbar oder zu groß war.',
)
export const bytes = text('{count, plural, one {# Byte} other {# Byte}}')
export const bytesCut = text('{count, plural, one {# Byte} other {# Byte}}, gekürzt')
export const close = text('Schließen')
export const copiedInstead = text(
  'In der Produktion wird nichts erneut gesendet. Eine Kopie geht mit einem Schlüssel der Sandbox an die Sandbox und trifft nur auf deren Daten.',
)
export const copyAsCurl = text('Als curl kopieren')
export const copyToSandbox = text('In die Sandbox kopieren')
export const copyToSandboxAsked = text('In die Sandbox kopieren…')
export const curlToCopy = text('Anfrage als curl')
export const cut = text('gekürzt')
export const cutBody = text(
  'Das Protokoll enthält nur den Anfang des Inhalts. Ergänzen Sie ihn, bevor Sie dies senden.',
)
export const deliveryState = text(
  '{state, select, waiting {Wartet} retrying {Wird wiederholt} delivered {Zugestellt} failed {Fehlgeschlagen} skipped {Übersprungen} cancelled {Abgebrochen} other {{state}}}',
)
export const discard = text('Verwerfen')
export const discardEntered = text('Ihre Änderungen verwerfen?')
export const eventDelivered = text('Zustellung: {name}')
export const eventDeliveredTo = text('Zustellung an {endpoint}: {name}')
export const eventTold = text('Ereignis: {name}')
export const headersHeldBack = text(
  'Kopfzeilen, deren Werte einen Inhalt oder seine Größe verraten könnten, werden mit ihm zurückgehalten, so markiert wie {mark}.',
)
export const heldBackFromPage = text(
  'Für Werte braucht es {scope}, auch in der Sandbox. Diese Seite wurde ohne diese Berechtigung geöffnet; wer die Seite betreibt, kann das ändern.',
)
export const heldBackFromRole = text(
  'Für Werte braucht es {scope}, auch in der Sandbox. Ihrer Rolle fehlt diese Berechtigung; Inhaber und Administratoren Ihrer Organisation können Ihnen eine Rolle geben, die sie umfasst.',
)
export const heldBackOtherwise = text('Sie sind auf einige Kunden beschränkt.')
export const importedFrom = text('Ein importiertes Zugriffsprotokoll')
export const importedKeeps = text(
  'Gefragt wurde ein Server von Ihnen, ohne Schlüssel von Sonaqor. Was dessen Protokoll nicht sagt, ist hier nicht bekannt.',
)
export const instantToCopy = text('Zeitpunkt')
export const keepEditing = text('Weiter bearbeiten')
export const leftUnseen = text(
  'Hier leer, weil Ihre Rolle Ihnen keine Werte zeigt: Dafür ist {scope} nötig. Tragen Sie ein: {names}.',
)
export const leftEmpty = text(
  'Vor dem Speichern unkenntlich gemacht und darum hier leer. Tragen Sie ein: {names}.',
)
export const madeAnew = text('Schlüssel, Länge und ein Idempotenzschlüssel werden neu gesetzt.')
export const madeInProduction = text('Diese Anfrage wurde in der Produktion gestellt')
export const maskedValues = text(
  'Einige Werte wurden im Protokoll unkenntlich gemacht. Ersetzen Sie jedes {placeholder}, bevor Sie dies senden: So, wie es hier steht, wird es abgelehnt.',
)
export const nextRequest = text('Nächste Anfrage')
export const noJson = text('Das ist kein JSON. Es wird so gesendet, wie es dasteht.')
export const noNextRequest = text('Dies ist die letzte Anfrage der Liste')
export const noPreviousRequest = text('Dies ist die erste Anfrage der Liste')
export const noSandboxKey = text('Kein Schlüssel der Sandbox ist in Gebrauch')
export const noSandboxKeyBecause = text(
  'Erneut gesendet wird mit einem Schlüssel der Sandbox. Stellen Sie zuerst einen für eine App der Sandbox aus.',
)
export const notKept = text('Das Protokoll enthält es nicht: Füllen Sie es aus.')
export const onlyKey = text('Nur Anfragen dieses Schlüssels')
export const openItsEntry = text('Eintrag dazu öffnen')
export const pathPart = text('Fehlender Teil {place, number} des Pfads')
export const pathPartMissing = text('Füllen Sie diesen Teil des Pfads aus.')
export const problem = text('Problem')
export const problemExplained = text('Was {code} bedeutet')
export const previousRequest = text('Vorherige Anfrage')
export const queryHint = text('Ein Parameter je Zeile, zum Beispiel limit=10.')
export const received = text('Empfangen')
export const redactedBefore = text(
  'Vor dem Speichern unkenntlich gemacht: was so markiert ist wie {mark}. Geheimnisse und personenbezogene Daten werden nie aufbewahrt.',
)
export const redactedToTypes = text(
  'Von dem, was so markiert ist wie {mark}, wird nur der Typ oder die Länge aufbewahrt.',
)
export const replay = text('Wiederholung')
export const replayed = text('Von der ersten Anfrage beantwortet')
export const replayedOf = text('Von der ersten Anfrage beantwortet, {key}')
export const replayedBecause = text(
  'Eine andere Anfrage mit demselben Idempotenzschlüssel kam zuerst. Sie wurde nicht noch einmal ausgeführt: Gesendet wurde die erste Antwort.',
)
export const requestBody = text('Inhalt der Anfrage')
export const requestHeaders = text('Header der Anfrage')
export const requestId = text('Anfrage-ID')
export const requestIdToCopy = text('Anfrage-ID')
export const requestQuery = text('Abfrageparameter')
export const requestWithoutBody = text('Anfrage ohne Inhalt')
export const responseBody = text('Inhalt der Antwort')
export const responseHeaders = text('Header der Antwort')
export const responseWithoutBody = text('Antwort ohne Inhalt')
export const sandboxKey = text('Schlüssel der Sandbox')
export const sandboxKeyHint = text(
  'Die Anfrage kann, was sowohl dieser Schlüssel als auch Sie dürfen.',
)
export const saveShown = text('Angezeigtes speichern')
export const sendAgain = text('Erneut senden')
export const sendAgainAsked = text('Erneut senden…')
export const sendInSandbox = text('In der Sandbox senden')
export const sentAgainBy = text('Erneut gesendet von {name}')
export const sentFrom = text('Von {name} aus einer früheren Anfrage erneut gesendet')
export const sentFromEarlier = text('Aus einer früheren Anfrage erneut gesendet')
export const showDelivery = text('Zustellung von {name} zeigen')
export const showDeliveryTo = text('Zustellung von {name} an {endpoint} zeigen')
export const showInAudit = text('{name} im Audit-Protokoll zeigen')
export const showIt = text('Zeigen')
export const showKey = text('Schlüssel {label} anzeigen')
export const showOriginal = text('Die frühere Anfrage zeigen')
export const showSentAgain = text('Die erneut gesendete Anfrage zeigen')
export const shownLive = text(
  '{count, plural, one {# Anfrage kam} other {# Anfragen kamen}} live herein{leftOut, plural, =0 {} other {, # ausgelassen, um mitzuhalten}}.',
)
export const source = text('Quelle')
export const structureAlone = text(
  'Sie sehen von Inhalten die Struktur, weder die Werte noch die Größe',
)
export const testInbox = text('Testpostfach')
export const timeline = text('Zeitachse')
export const toKeys = text('Zu den API-Schlüsseln')
export const typesMarked = text('Zu sehen ist die Art jedes Werts, so markiert wie {mark}.')
export const wasSentAgain = text('Erneut gesendet')
export const unseenValues = text(
  'Ihnen werden keine Werte gezeigt: Dafür ist {scope} nötig. Ersetzen Sie jedes {placeholder}, bevor Sie dies senden: So, wie es hier steht, wird es abgelehnt.',
)
