import { text } from '@sonaqor/module/texts'

export const cancel = text('Abbrechen')
export const certificate = text('Zertifikat')
export const certificateHint = text(
  'PEM. Zuerst das Client-Zertifikat, dann die, die zu seiner Zertifizierungsstelle führen.',
)
export const chain = text('Dazu vorgezeigt')
export const chained = text(
  '{count, plural, =0 {Nichts weiter} one {# Zertifikat, das zur Zertifizierungsstelle führt} other {# Zertifikate, die zur Zertifizierungsstelle führen}}',
)
export const done = text('Fertig')
export const faultCut = text('Das ist nicht lesbar. Vielleicht fehlt ein Teil.')
export const faultEarly = text('Ein Zertifikat hiervon ist noch nicht gültig.')
export const faultEnded = text(
  'Ein Zertifikat hiervon ist abgelaufen. Lassen Sie ein neues ausstellen.',
)
export const faultKeyInside = text(
  'Der private Schlüssel gehört nicht hierher. Er hat ein eigenes Feld.',
)
export const faultKind = text(
  'Verwenden Sie RSA mit 2048 bis 4096 Bit, EC auf P-256 oder P-384 oder Ed25519.',
)
export const faultMany = text(
  'Höchstens {count} Zertifikate. Lassen Sie die anderer Zertifizierungsstellen weg.',
)
export const faultOrder = text(
  'Die Reihenfolge stimmt nicht: Das Client-Zertifikat kommt zuerst, und jedes ist vom nächsten signiert.',
)
export const faultOther = text('Dieser Schlüssel gehört zu einem anderen Zertifikat.')
export const faultPassphrase = text(
  'Dieser Schlüssel hat ein Passwort. Entfernen Sie es: openssl pkey -in key.pem -out plain.pem',
)
export const faultPem = text('Das ist kein PEM, das mit einer Zeile wie -----BEGIN …----- beginnt.')
export const faultRequest = text(
  'Das ist der Zertifikatsantrag. Fügen Sie das Zertifikat ein, das dafür ausgestellt wurde.',
)
export const faultServer = text(
  'Dieses Zertifikat ist nicht für Clients. Lassen Sie eines ausstellen, dessen erweiterte Schlüsselverwendung clientAuth enthält.',
)
export const fingerprint = text('SHA-256-Fingerabdruck')
export const httpsAlone = text(
  'Nur Endpunkte mit https-Adresse können eines haben. Ändern Sie zuerst die Adresse.',
)
export const issuer = text('Ausgestellt von')
export const key = text('Schlüssel')
export const none = text(
  'Keines. Hinterlegen Sie eines, wenn der Empfänger gegenseitiges TLS verlangt: Wir zeigen es vor, wann immer er nach einem Client-Zertifikat fragt.',
)
export const privateKey = text('Privater Schlüssel')
export const privateKeyHint = text(
  'PEM, ohne Passwort. Wir bewahren ihn verschlüsselt auf und zeigen ihn nie wieder an.',
)
export const remove = text('Zertifikat entfernen')
export const removeAsked = text('Entfernen …')
export const removeMeans = text(
  'Ab der nächsten Verbindung zeigen wir kein Zertifikat mehr vor. Ein Empfänger, der eines verlangt, lehnt jede Zustellung ab. Der private Schlüssel wird gelöscht.',
)
export const removeTitle = text('Client-Zertifikat von „{name}“ entfernen?')
export const replace = text('Zertifikat ersetzen')
export const replaceAsked = text('Ersetzen …')
export const replaceMeans = text(
  'Das neue Zertifikat wird ab der nächsten Verbindung vorgezeigt. Das alte und sein Schlüssel werden gelöscht.',
)
export const serialNumber = text('Seriennummer')
export const set = text('Zertifikat hinterlegen')
export const setAsked = text('Zertifikat hinterlegen …')
export const setCertificates = text('Client-Zertifikate von Webhook-Endpunkten zu hinterlegen')
export const setMeans = text(
  'Wir zeigen es diesem Endpunkt vor, wann immer sein Empfänger nach einem Client-Zertifikat fragt: bei Zustellungen, bei Tests und beim Fragen nach seiner Einwilligung.',
)
export const setOf = text('Client-Zertifikat von „{name}“')
export const subject = text('Ausgestellt für')
export const title = text('Client-Zertifikat')
export const unnamed = text('Ohne Namen')
export const validFrom = text('Gültig ab')
export const validUntil = text('Gültig bis')
export const wasRemoved = text('Client-Zertifikat von „{name}“ entfernt')
export const wasSet = text('Client-Zertifikat hinterlegt')
export const wasSetMeans = text(
  'Es wird ab der nächsten Verbindung vorgezeigt. Senden Sie ein Testereignis, um zu sehen, ob der Empfänger es annimmt.',
)
