/**
 * What changed for callers, day by day: what broke, made from what the server itself speaks by, and what
 * was added, as it was kept while the contract was written.
 */
import type { Additions } from '@sonaqor/contract/additions'
import { apiVersions, type ApiChange, type ApiVersion } from '@sonaqor/contract/api-versions'
import type { Contract, Endpoint } from '@sonaqor/contract'
import { html, type Html } from '../html.ts'
import { added, daysOf, readAdditions } from './added.ts'
import { prose, type DocsPage } from './layout.ts'

export function changelog(
  contract: Contract,
  versions: readonly ApiVersion[] = apiVersions,
  additions: Additions = readAdditions(),
): DocsPage {
  const retired = retiring(contract)
  const days = new Set([...versions.map(({ date }) => date), ...daysOf(additions)])
  return {
    path: '/docs/changelog',
    title: 'Changelog',
    lead: 'What changed for whoever calls the API, the newest first.',
    content: html`<p>
        Whatever would break a caller is a change of a dated version, and your app speaks its own
        until you <a href="/docs/api-versions">upgrade it</a>. What only adds to the API comes to
        all versions at once and breaks nobody: ignore fields that you do not know. It stands here
        under the day that it was added on.
      </p>
      ${
        retired.length > 0 &&
        html`<h2 id="deprecated">Deprecated operations</h2>
          <ul>
            ${retired}
          </ul>`
      }
      ${[...days]
        .toSorted()
        .toReversed()
        .map(
          (day) =>
            html`<section id="${day}">
              <h2><a href="#${day}">${day}</a></h2>
              ${versions.filter(({ date }) => date === day).map((version) => versionOf(version, version === versions[0], contract))}
              ${daysOf(additions).includes(day) && added(additions, day, contract)}
            </section>`,
        )}`,
  }
}

function versionOf(
  { date, changes, deprecated }: ApiVersion,
  isFirst: boolean,
  contract: Contract,
): Html {
  return html`${
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
  }`
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
