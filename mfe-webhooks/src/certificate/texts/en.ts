import { text } from '@sonaqor/module/texts'

export const cancel = text('Cancel')
export const certificate = text('Certificate')
export const certificateHint = text(
  'PEM. Begin with the client certificate; let the ones that lead to its CA follow.',
)
export const chain = text('Shown with it')
export const chained = text(
  '{count, plural, =0 {Nothing else} one {# certificate that leads to its CA} other {# certificates that lead to its CA}}',
)
export const done = text('Done')
export const faultCut = text('This cannot be read. Part of it may be missing.')
export const faultEarly = text('A certificate among these is not valid yet.')
export const faultEnded = text('A certificate among these has expired. Have a new one issued.')
export const faultKeyInside = text('The private key does not belong here. It has its own field.')
export const faultKind = text('Use RSA with 2048 to 4096 bits, EC on P-256 or P-384, or Ed25519.')
export const faultMany = text('At most {count} certificates. Leave out those of other CAs.')
export const faultOrder = text(
  'The order is wrong: the client certificate comes first, and each is signed by the next.',
)
export const faultOther = text('This key belongs to another certificate.')
export const faultPassphrase = text(
  'This key has a passphrase. Remove it: openssl pkey -in key.pem -out plain.pem',
)
export const faultPem = text('This is not PEM, which starts with a line like -----BEGIN …-----.')
export const faultRequest = text(
  'This is the signing request. Paste the certificate that your CA issued for it.',
)
export const faultServer = text(
  'This certificate is not for clients. Have one issued whose extended key usage includes clientAuth.',
)
export const fingerprint = text('SHA-256 fingerprint')
export const httpsAlone = text(
  'Only endpoints with an https address can have one. Change the address first.',
)
export const issuer = text('Issued by')
export const key = text('Key')
export const none = text(
  'None. Set one if the receiver requires mutual TLS: we present it whenever the receiver asks for a client certificate.',
)
export const privateKey = text('Private key')
export const privateKeyHint = text(
  'PEM, without a passphrase. We store it encrypted and never show it again.',
)
export const remove = text('Remove certificate')
export const removeAsked = text('Remove…')
export const removeMeans = text(
  'From the next connection on, we present no certificate. A receiver that requires one refuses every delivery. The private key is deleted.',
)
export const removeTitle = text('Remove the client certificate of “{name}”?')
export const replace = text('Replace certificate')
export const replaceAsked = text('Replace…')
export const replaceMeans = text(
  'The new certificate is presented from the next connection on. The old one and its key are deleted.',
)
export const serialNumber = text('Serial number')
export const set = text('Set certificate')
export const setAsked = text('Set certificate…')
export const setCertificates = text('set client certificates of webhook endpoints')
export const setMeans = text(
  'We present it to this endpoint whenever its receiver asks for a client certificate: in deliveries, in tests, and when asking for consent.',
)
export const setOf = text('Client certificate of “{name}”')
export const subject = text('Issued to')
export const title = text('Client certificate')
export const unnamed = text('No name')
export const validFrom = text('Valid from')
export const validUntil = text('Valid until')
export const wasRemoved = text('Client certificate of “{name}” removed')
export const wasSet = text('Client certificate set')
export const wasSetMeans = text(
  'It is presented from the next connection on. Send a test event to see whether the receiver accepts it.',
)
