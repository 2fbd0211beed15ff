/** What changed for callers, version by version: made from what the server itself speaks by. */
import { apiVersions, type ApiChange, type ApiVersion } from '@sonaqor/contract/api-versions'
import type { Contract, Endpoint } from '@sonaqor/contract'
import { html, type Html } from '../html.ts'
import { prose, type DocsPage } from './layout.ts'

export function changelog(
  contract: Contract,
  versions: readonly ApiVersion[] = apiVersions,
): DocsPage {
  const retired = retiring(contract)
  return {
    path: '/docs/changelog',
    title: 'Changelog',
    lead: 'What changed for whoever calls the API, the newest version first.',
    content: html`<p>
        Whatever would break a caller is a change of a dated version, and your app speaks its own
        until you <a href="/docs/api-versions">upgrade it</a>. What only adds to the API comes to
        all versions at once and breaks nobody: ignore fields that you do not know.
      </p>
      ${
        retired.length > 0 &&
        html`<h2 id="deprecated">Deprecated operations</h2>
          <ul>
            ${retired}
          </ul>`
      }
      ${versions.toReversed().map((version) => section(version, version === versions[0], contract))}`,
  }
}

function section({ date, changes, deprecated }: ApiVersion, isFirst: boolean, contract: Contract) {
  return html`<section id="${date}">
    <h2><a href="#${date}">${date}</a></h2>
    ${
      deprecated &&
      html`<p>
        Deprecated since ${deprecated.since}.
        ${deprecated.sunset && `From ${deprecated.sunset} on it may not work any more.`}
      </p>`
    }
    ${
      changes.length === 0
        ? html`<p>${isFirst ? 'The first version.' : 'Nothing that breaks a caller.'}</p>`
        : changes.map((change) => changeOf(change, date, contract))
    }
  </section>`
}

const changeOf = ({ id, summary, operations }: ApiChange, date: string, contract: Contract): Html =>
  html`<h3 id="${date}-${id}">${id}</h3>
    <p>${prose(summary)}</p>
    <p>
      ${operations.map((name) => {
        const [area = '', verb = ''] = name.split('.')
        const isThere = contract[area]?.[verb]
        return isThere
          ? html`<a href="/docs/api/${area}#${name}"><code>${name}</code></a> `
          : html`<code>${name}</code> `
      })}
    </p>`

function retiring(contract: Contract): readonly Html[] {
  return Object.entries(contract).flatMap(([area, endpoints]) =>
    Object.entries(endpoints)
      .filter(([, { options }]) => options.deprecated && !options.internal)
      .map(([verb, endpoint]) => retired(`${area}.${verb}`, area, endpoint)),
  )
}

const retired = (name: string, area: string, { options }: Endpoint): Html =>
  html`<li>
    <a href="/docs/api/${area}#${name}"><code>${name}</code></a> since ${options.deprecated?.since}
    ${options.deprecated?.sunset && `; from ${options.deprecated.sunset} on it may be gone`}
  </li>`
