import { text } from '@sonaqor/module/texts'

export const address = text('Path and query')
export const anExample = text('An example with something for most rules')
export const beginWith = text('Begin with')
export const body = text('Body')
export const bodyCut = text(
  'Of a body of {bytes, plural, one {# byte} other {# bytes}}, as much is kept as stands here.',
)
export const bodyGone = text(
  'Of the body, its size alone is kept: {bytes, plural, one {# byte} other {# bytes}}.',
)
export const bodyHint = text('As it is sent, JSON in most cases.')
export const close = text('Close')
export const declaredBy = text(
  '{operation} declares the fields and parameters whose values are kept.',
)
export const empty = text('An empty request')
export const headers = text('Headers')
export const headersHint = text('One on each line, such as User-Agent: shop/4.2')
export const kept = text('What the log keeps')
export const keptHeaders = text(
  '{count, plural, one {The one header that is kept} other {The # headers that are kept}}',
)
export const loggedRequest = text('{request}, {status}, {at}')
export const method = text('Method')
export const moreActs = text('More for these logs')
export const noBody = text('The request has no body.')
export const noHeader = text('Write a name, a colon and a value; this is none: {line}')
export const noOperation = text(
  'No operation answers there, so nothing is declared, and no value of the query or the body is kept.',
)
export const noPath = text('Begin with a slash, such as /v1/customers')
export const ofTheLog = text(
  'What the log took out is missing here as well. Fill in what was sent.',
)
export const place = text(
  '{part, select, path {Path, part {name}} query {Query, parameter {name}} headers {Header {name}} body {Body{name, select, whole {} other {: {name}}}} other {{part} {name}}}',
)
export const places = text('{count, plural, one {# place} other {# places}}')
export const privateWords = text(
  '{count, plural, one {The one private word} other {The # private words}}',
)
export const redactionAsked = text('Try out redaction…')
export const redactionDetail = text(
  'See what the log would keep of a request before you send it. Nothing of what you put in here is kept.',
)
export const ruleCard = text('Card number')
export const ruleCardDetail = text('Digits that pass the check of a payment card.')
export const ruleCarrier = text('Another request')
export const ruleCarrierDetail = text(
  'A body that carries another request is not kept. That request has an entry of its own.',
)
export const ruleEmail = text('E-mail address')
export const ruleEmailDetail = text('Wherever one stands in a text.')
export const ruleFormat = text('Not JSON')
export const ruleFormatDetail = text(
  'Of a body that cannot be read as JSON, the size alone is kept.',
)
export const ruleHeader = text('Header not on the list')
export const ruleHeaderDetail = text(
  'A header is kept only if it is known to hold nothing private.',
)
export const ruleIban = text('IBAN')
export const ruleIbanDetail = text('Wherever one with valid check digits stands in a text.')
export const ruleLength = text('Too long')
export const ruleLengthDetail = text(
  'A text above 2,048 characters is told by its length; a header is cut at 512, a path at 1,024, a query at 2,048.',
)
export const ruleName = text('Private name')
export const ruleNameDetail = text(
  'All below a field or parameter whose name has one of these words.',
)
export const rulesDetail = text(
  'They are the same for everyone, hold before a request is written down, and cannot be switched off. A number beside a mark is that of its rule.',
)
export const ruleSecret = text('Secret')
export const ruleSecretDetail = text(
  'Keys and tokens of ours and of well-known services, JSON Web Tokens, PEM keys and credentials such as Bearer.',
)
export const rulesInForce = text('Rules in force')
export const ruleSize = text('Body above 16 KiB')
export const ruleSizeDetail = text(
  'What lies past that bound, or more than 24 levels deep, is left out.',
)
export const ruleNationalId = text('Social security number')
export const ruleNationalIdDetail = text('In the groups in which the United States write it.')
export const ruleTelephone = text('Telephone number')
export const ruleTelephoneDetail = text(
  'With the code of a country, or in the groups of North America.',
)
export const ruleUndeclared = text('Not declared')
export const ruleUndeclaredDetail = text(
  'Of a field that the operation does not declare, its type alone is kept; of a parameter, its name.',
)
export const sent = text('What is sent')
export const showKept = text('Show what is kept')
export const takenOut = text(
  '{count, plural, =0 {Nothing is taken out} one {Something is taken out at # place} other {Something is taken out at # places}}',
)
export const tryRedaction = text('Try out redaction')
