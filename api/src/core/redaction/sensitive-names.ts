/**
 * Which fields hold secrets or personal data, whatever their value looks like. A name stands for
 * itself and all below it: everything in `address` is as personal as a street.
 */
const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.join(' ').split(' '))

/** A name is private if any of its words is: `x-secret`, `webhook_secret` and `secretKey` are. */
const anywhere = words(
  // Secrets
  'secret secrets password passwort passwd passphrase passcode pass pwd pw pin otp totp mfa token tokens',
  'authorization authorisation auth bearer cookie cookies credential credentials signature jwt hmac',
  'apikey privatekey secretkey accesstoken cvv cvc csc nonce session sid salt seed',
  // Persons
  'name firstname lastname fullname surname forename username nickname email mail phone mobile telephone',
  'tel telefon handy fax birth birthday birthdate dob gender sex nationality address street postcode zip',
  'city ip document documents passport ssn tax taxid license licence',
  // Where money comes from and goes to
  'account iban bic pan card instrument device',
)

/** Private as a whole name alone, for the words stand in others that are not. */
const wholly = words(
  'securitycode birthplace line1 line2 postalcode zipcode nationalid driverlicence driverlicense',
  // Words and fields of the partner's own, in which anything may stand
  'description narrative note notes comment message attributes user sample',
)

/** What nobody separates: `webhooksecret`, `MYTOKEN`. */
const within = /secret|passw|passphrase|token|credential|apikey|privatekey|signingkey|authoriz/

/** Where a key is what the name ends with, it is one: `signing-key`, `apiKey2`, and not `keyId`. */
const lastIsKey = /^keys?$/

/** What makes a name private, for whoever asks which rules there are. */
export const privateWords: readonly string[] = [...anywhere, ...wholly].toSorted()

const known = new Map<string, boolean>()
const knownMax = 4096

/** Whether a field's value must not be stored; `birth_date`, `Birth-Date` and `birthDate` are one. */
export function isSensitive(name: string): boolean {
  const answer = known.get(name)
  if (answer !== undefined) return answer
  const found = judged(name)
  // Names come from strangers: what is remembered of them has a bound.
  if (known.size < knownMax && name.length <= 64) known.set(name, found)
  return found
}

function judged(name: string): boolean {
  const plain = name.normalize('NFKC').slice(0, 256)
  const whole = plain.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  if (wholly.has(whole) || anywhere.has(whole) || within.test(whole)) return true
  const parts = plain
    .replaceAll(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '')
  return parts.some((part) => anywhere.has(part)) || lastIsKey.test(parts.at(-1) ?? '')
}
