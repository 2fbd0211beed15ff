import { text } from '@sonaqor/module/texts'

export const added = text('Hinzugefügt')
export const address = text('Adresse')
export const asItAnswers = text('So schnell, wie er antwortet')
export const askAgain = text('Erneut fragen')
export const byEd25519 = text('ed25519 (v1a)')
export const byHmac = text('HMAC-SHA256 (v1)')
export const certificateEndedDetail = text(
  'Es ist {when} abgelaufen. Ein Empfänger, der es prüft, lehnt jede Zustellung ab, bis es ersetzt ist.',
)
export const certificateEndingDetail = text(
  'Es läuft {when} ab. Lassen Sie von derselben Zertifizierungsstelle ein neues ausstellen, und ersetzen Sie es vorher.',
)
export const consent = text('Einwilligung')
export const consentedSince = text('Wird vorher gefragt; eingewilligt {when}')
export const consentMissing = text('Wird vorher gefragt; noch nicht eingewilligt')
export const debugSignature = text('Signatur prüfen')
export const deleteEndpoint = text('Endpunkt löschen')
export const deleteMeans = text(
  'Ihm wird nichts mehr gesendet. {count, plural, =0 {Keine Zustellung wartet auf ihn.} one {# wartende Zustellung wird abgebrochen.} other {#{more} wartende Zustellungen werden abgebrochen.}} Vergangene Zustellungen bleiben lesbar. Dies kann nicht rückgängig gemacht werden.',
)
export const deleteTitle = text('„{name}“ löschen?')
export const deliveries = text('Zustellungen')
export const elsewhere = text(
  'Dieser Endpunkt gehört {environment, select, production {zur Produktion} other {zur Sandbox}}',
)
export const endOldMeans = text(
  'Ab dem nächsten Versuch tragen Meldungen nur noch die Signatur des neuen Geheimnisses. Ein Empfänger, der nur das alte kennt, lehnt sie ab.',
)
export const endOldSecret = text('Altes Geheimnis beenden')
export const endOldTitle = text('Altes Geheimnis von „{name}“ beenden?')
export const everyType = text('Alle Arten, auch künftige')
export const failingDetail = text(
  'Tagelang gelang kein Versuch; daher haben wir ihn {when} abgeschaltet. Was inzwischen geschieht, wird als übersprungen aufbewahrt.',
)
export const failsNow = text('Versuche schlagen fehl')
export const failsSince = text(
  'Dies begann {when}. Drei Tage lang wird wiederholt; ein Endpunkt, der tagelang fehlschlägt, wird abgeschaltet.',
)
export const filter = text('Filter')
export const givenUp = text('Aufgegeben')
export const goneDetail = text(
  'Er antwortete {when} mit 410 Gone: Ihm soll nichts mehr gesendet werden.',
)
export const headers = text('Header')
export const headersSealed = text('Ihr Inhalt wird nie wieder angezeigt.')
export const heldBack = text('Zurückgehalten bis {when}')
export const isDisabled = text('Dieser Endpunkt ist abgeschaltet')
export const isPaused = text('Dieser Endpunkt ist pausiert')
export const isTriedOneByOne = text('Ein Versuch nach dem anderen, bis einer gelingt')
export const isUnconfirmed = text('Dieser Endpunkt hat noch nicht eingewilligt')
export const jwks = text('Öffentliche Schlüssel (JWKS)')
export const jwksMeans = text(
  'Empfänger, die Schlüssel abrufen, finden sie hier, jeden nach seiner kid.',
)
export const nameDiffers = text('Das ist nicht sein Name.')
export const ofApp = text('Die seiner App und die ohne App')
export const ofEnvironment = text('Die aller Apps seiner Umgebung')
export const oldEnded = text('Das alte Geheimnis von „{name}“ ist beendet')
export const oneByOne = text('Nacheinander, der Reihe nach')
export const order = text('Reihenfolge')
export const otherShown = text(
  'Sie sehen gerade {environment, select, production {die Sandbox} other {die Produktion}}; daher lässt sich hier nichts damit tun.',
)
export const overview = text('Übersicht')
export const pace = text('Tempo')
export const partsOf = text('Teile von {name}')
export const pausedDetail = text(
  'Er wurde {when} pausiert. Was inzwischen geschieht, wird als übersprungen aufbewahrt und kann nachgesendet werden.',
)
export const perSecond = text(
  'Höchstens {count, plural, one {# Versuch} other {# Versuche}} pro Sekunde',
)
export const publicKey = text('Öffentlicher Schlüssel')
export const reach = text('Wessen Ereignisse')
export const replaceCertificate = text('Zertifikat ersetzen …')
export const secret = text('Geheimnis seit')
export const settings = text('Einstellungen')
export const sideBySide = text('Nebeneinander, ohne Reihenfolge')
export const signature = text('Signatur')
export const skipped = text('Übersprungen')
export const skippedInTime = text('{count, number} in dieser Zeit übersprungen')
export const skippedMeans = text(
  'In dieser Zeit, während er pausiert oder abgeschaltet war; seither Nachgesendetes zählt mit.',
)
export const switchEnvironment = text(
  'Zur {environment, select, production {Produktion} other {Sandbox}} wechseln',
)
export const transformation = text('Umwandlung')
export const twoSecrets = text('Zwei Geheimnisse signieren')
export const twoSecretsUntil = text(
  'Bis {when} wird jeder Versuch mit beiden signiert. Hinterlegen Sie das neue vorher beim Empfänger.',
)
export const typeName = text('Geben Sie zur Bestätigung „{name}“ ein')
export const unconfirmedDetail = text(
  'Zum ersten Mal gefragt: {when}. Er bekommt nichts, bevor er einwilligt, indem er auf OPTIONS mit WebHook-Allowed-Origin antwortet. Was inzwischen geschieht, wird als übersprungen aufbewahrt und kann wiederholt werden.',
)
export const wasDeleted = text('„{name}“ gelöscht')
