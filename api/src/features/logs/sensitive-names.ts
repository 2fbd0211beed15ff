/**
 * Which fields hold secrets or personal data, whatever their value looks like. A name stands for
 * itself and all below it: everything in `address` is as personal as a street.
 */
const names = [
  // Secrets
  'secret clientSecret password passwd passphrase pin otp token accessToken refreshToken idToken',
  'authorization cookie apiKey privateKey credential credentials signature cvv cvc securityCode',
  // Persons
  'name fullName firstName givenName middleName lastName familyName surname maidenName displayName',
  'email emailAddress mail phone phoneNumber mobile telephone fax birthDate dateOfBirth dob birthPlace',
  'gender sex nationality address street line1 line2 postalCode zip zipCode city ip ipAddress',
  'document documents documentNumber passport nationalId taxId ssn driverLicence driverLicense',
  // Where money comes from and goes to
  'account accountNumber iban bic cardNumber pan instrument device',
  // Words and fields of the partner's own, in which anything may stand
  'description narrative note notes comment message attributes user',
]

const sensitive: ReadonlySet<string> = new Set(names.join(' ').split(' ').map(plain))

/** Whether a field's value must not be stored; `birth_date`, `Birth-Date` and `birthDate` are one. */
export function isSensitive(name: string): boolean {
  return sensitive.has(plain(name))
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
