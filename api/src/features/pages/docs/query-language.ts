/** How the logs are searched: the language that the screen, the API and saved views share. */
import { expectations, logFields, logQueryMax } from '@sonaqor/contract/log-query'
import { logDaysKept } from '@sonaqor/contract/log-retention'
import { html } from '../html.ts'
import { codeTable, p } from './embedding/page.ts'
import { code, type DocsPage } from './layout.ts'

const meanings: Readonly<Record<(typeof logFields)[number], string>> = {
  status: `The status of the answer: ${expectations.status}.`,
  method: `The method, in either case: ${expectations.method}.`,
  path: 'The whole path as it was asked for, and with a `*` at an end its beginning (`/v1/keys*`), its end (`*check`) or a part of it (`*refund*`).',
  key: `The API key: ${expectations.key}.`,
  app: `The app: ${expectations.id}.`,
  ip: `Where it came from: ${expectations.ip}.`,
  latency: `How long it took: ${expectations.latency}; seconds are written \`2s\`.`,
  request: `The request id, which stands in \`X-Request-Id\` of every answer. A bare id is taken for one as well.`,
}

const days = Object.entries(logDaysKept)
  .map(([plan, kept]) => `${kept} days on ${plan}`)
  .join(', ')

export const queryLanguage: DocsPage = {
  path: '/docs/query-language',
  title: 'Query language of the logs',
  lead: 'What is typed above the list of logs is what q of logs.search and of an export takes.',
  content: html`${code(
      'status:5xx path:/v1/transactions* -method:GET latency:>500\nstatus:404,409 ip:10.0.0.0/8 "free text"',
      'Queries',
    )}
    <h2 id="terms">Terms</h2>
    ${p(`A query is a list of terms with spaces between them, at most ${logQueryMax} characters and 20 terms. Every term has to hold. A comma between values means or: \`status:404,409\`. A minus in front of a term means not: \`-method:GET\`.`)}
    ${p('There is no `OR`, `AND` or `NOT`: written in capitals they are refused, and in quotes they are text.')}
    <h2 id="fields">Fields</h2>
    ${codeTable(
      ['Field', 'What it takes'],
      logFields.map((field) => [`${field}:`, meanings[field]] as const),
    )}
    <h2 id="text">Free text and quotes</h2>
    ${p('A word without a field is looked for anywhere in the path, in either case. Text with a space, a colon or a star stands in quotes; a backslash stands before a quote within them.')}
    <h2 id="faults">What cannot be read</h2>
    ${p('It is refused with `bad-request`, whose `detail` names the character, counted from 1, and what was expected there.')}
    <h2 id="retention">Retention</h2>
    ${p(`Lines are found for as long as the plan keeps them: ${days}.`)}`,
}
