import { apiVersions, type ApiVersion } from '@sonaqor/contract/api-versions'
import { rollBackHours, versionCallsDays } from '@sonaqor/contract/version-bounds'
import type { Contract, Endpoint } from '@sonaqor/contract'
import { html, type Html } from '../html.ts'
import { table, type DocsPage } from './layout.ts'

/** The versions of the API, what each changed, and what is deprecated. `Link` of such answers leads here. */
export function versionsPage(contract: Contract): DocsPage {
  return {
    path: '/docs/api-versions',
    title: 'API versions',
    lead: 'Each app speaks one dated version of the API until you upgrade it.',
    content: html`<p>
        An app is pinned to the newest version on the day that it is made. Whatever would break a
        caller comes with a new version alone; everything else comes to all of them at once.
      </p>
      <p>
        Name another version for a single call with the header <code>Sonaqor-Version</code>. Every
        answer says in the same header which one it is in. An unknown one is refused with those that
        there are.
      </p>
      <p>
        The settings of an app show what a newer version would change and which of its calls of the
        last ${versionCallsDays} days that concerns. After an upgrade you have ${rollBackHours}
        hours to roll it back.
      </p>
      <p>
        What is deprecated says so in every answer: <code>Deprecation</code> (RFC 9745) since when,
        and <code>Sunset</code> (RFC 8594) from when on it may not work any more.
      </p>
      <h2>Versions</h2>
      ${table(['Version', 'What it changed', 'Deprecated since', 'Sunset'], apiVersions.map(versionRow))}
      ${deprecatedOperations(contract)}`,
  }
}

const versionRow = ({ date, changes, deprecated }: ApiVersion): readonly (string | Html)[] => [
  html`<code>${date}</code>`,
  changes.length === 0 ? 'The first one.' : changes.map(({ summary }) => summary).join(' '),
  deprecated?.since ?? '–',
  deprecated?.sunset ?? '–',
]

function deprecatedOperations(contract: Contract): Html {
  const rows = Object.values(contract)
    .flatMap((area) => Object.values(area))
    .filter(({ options }) => options.deprecated && !options.internal)
    .map(operationRow)
  const none = html`<p>No operation is deprecated.</p>`
  return html`<h2>Deprecated operations</h2>
    ${rows.length === 0 ? none : table(['Operation', 'Deprecated since', 'Sunset'], rows)}`
}

const operationRow = ({ method, path, options }: Endpoint): readonly (string | Html)[] => [
  html`<code>${method} /v1${path}</code>`,
  options.deprecated?.since ?? '–',
  options.deprecated?.sunset ?? '–',
]
