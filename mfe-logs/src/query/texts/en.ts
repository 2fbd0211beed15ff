import { text } from '@sonaqor/module/texts'

export const between100And500 = text('Between 100 and 500 milliseconds')
export const byBeginning = text(
  'A word is found anywhere in a path, a path such as {example} by its beginning; a key by the beginning of its secret.',
)
export const byCommas = text(
  'A word like or is text here, and so is an exclamation mark. All terms have to hold; commas mean or, as in status:404,409; a minus means not.',
)
export const exampleAll = text('Refused or failed in the API, but for 404')
export const exampleApp = text('Of the app of this name')
export const exampleBeginning = text('The path begins so')
export const exampleEnd = text('The path ends so')
export const exampleGroup = text('Answered with a server error')
export const exampleImported = text('Imported from a log of your own')
export const exampleKey = text('Made with the key that begins so')
export const exampleList = text('Either of two statuses')
export const exampleNot = text('Any method but GET')
export const exampleRange = text('From an address of this range')
export const exampleRequest = text('The one request of this id')
export const exampleSlow = text('Took longer than 500 milliseconds')
export const exampleText = text('The word stands anywhere in the path')
export const exampleWithin = text('It stands anywhere in the path')
export const fasterThan20 = text('Faster than 20 milliseconds')
export const fieldName = text(
  '{field, select, status {Status} method {Method} path {Path} key {Key} app {App} ip {From} latency {Latency} other {Request}}',
)
export const howToSearch = text('How to search')
export const nameUnclear = text(
  'Character {place, number}: {count, plural, =0 {nothing is called {name} here} other {# are called {name}}}. Choose from the suggestions{kind, select, key {, or write how the key begins, such as sq_live_Ab12} other {}}.',
)
export const notValue = text('not {value}')
export const notSearched = text(
  'A search looks at the path, status, method, key, app, IP address, latency and request id. What stands behind a ? in the address is not searched, nor are headers such as the agent and the referrer, nor bodies.',
)
export const pathEnd = text('At the end of the path')
export const pathWithin = text('Anywhere in the path')
export const queryFault = text(
  'Character {place, number}: expected {expected, select, term {a term behind the minus, such as -status:404} field {one of {fields} before the colon; put quotes around text that holds a colon} colon {a colon behind the field, such as latency:>20, or quotes around text} value {a value} quote {a closing quote} space {a space or the end behind the quote} star {no star but at the ends of a path, such as /v1/keys*, *refund* or *check; put quotes around text that holds one} status {a status such as 404, 5xx, >=400 or 400..499} method {one of {methods}} key {how the key begins, such as sq_live_Ab12, or its id} id {an id such as 0190a5b2-7c1e-7000-8000-000000000000} ip {an address or a range, such as 203.0.113.7 or 10.0.0.0/8} latency {milliseconds, such as >500, <=20 or 100..500} word {no OR, AND or NOT: commas mean or, as in status:404,409; a minus means not; put quotes around text} order {a range whose end is not before its beginning} fewerTerms {no more than 20 terms} fewerValues {no more than 20 values for one field} other {something else}}.',
)
export const queryField = text(
  '{field, select, status {404, 5xx, >=400, 400..499} method {GET, POST and others} path {/v1/customers, /v1/customers* or *refund*} key {How it begins, or its label} app {By its name} ip {An address or a range} latency {>500, <=20, 100..500} other {As an answer shows it}}',
)
export const queryRules = text(
  'All terms have to hold. Commas list values, a minus leaves out, a star stands at the end, and of a path at its beginning as well. A path, key, address or request id can be pasted as it is.',
)
export const quotedText = text('“{value}”')
export const slowerThanHalf = text('Slower than half a second')
export const slowerThanOne = text('Slower than a second')
export const suggestions = text('Suggestions')
export const wholeId = text('A request is found by its whole id: a part of it finds none.')
