/** Numbers of bank accounts, which can be told from others by their own check digits. */

/** How long an IBAN is in each country that has them. */
const ibanLengths =
  'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30'
const lengthOf = new Map(
  [...ibanLengths.matchAll(/([A-Z]{2})(\d{2})/g)].map(([, country, length]) => [
    country,
    Number(length),
  ]),
)

/** Two letters and two digits are its first; few texts have them. */
export const startOfIban = /[a-z]{2}\d{2}[ .-]?[a-z\d]/i
const iban = /(?<![a-z\d])[a-z]{2}\d{2}(?:[ .-]?[a-z\d]){11,31}/gi

/** The text with each IBAN replaced, in one piece or in groups; words behind it stay. */
export function withoutIbans(text: string, stead: string): string {
  return text.replace(iban, (found) => {
    const end = endOfIban(found)
    return end === 0 ? found : `${stead}${found.slice(end)}`
  })
}

/** How far the IBAN reaches with which the text begins, and 0 where it begins with none. */
function endOfIban(text: string): number {
  const length = lengthOf.get(text.slice(0, 2).toUpperCase()) ?? 0
  let end = 0
  let digits = ''
  for (; end < text.length && digits.length < length; end += 1) {
    const sign = text.charAt(end)
    if (!/[ .-]/.test(sign)) digits += sign
  }
  return length > 0 && digits.length === length && isIban(digits) ? end : 0
}

/** ISO 13616: the first four go behind, letters count from 10, and 97 leaves 1. */
function isIban(digits: string): boolean {
  let rest = 0
  for (const sign of `${digits.slice(4)}${digits.slice(0, 4)}`) {
    const value = Number.parseInt(sign, 36)
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97
  }
  return rest === 1
}
