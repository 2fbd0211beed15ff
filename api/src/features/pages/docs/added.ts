/** What came to the API on a day, as the changelog tells it: nothing twice that comes with something else. */
import { readFileSync } from 'node:fs'
import type { Additions } from '@sonaqor/contract/additions'
import type { Contract } from '@sonaqor/contract'
import { html, type Html } from '../html.ts'

const file = new URL('../../../../contract/additions.json', import.meta.url)

export const readAdditions = (): Additions => JSON.parse(readFileSync(file, 'utf8')) as Additions

/** What there was on the first day stands in the reference; only what came after it was added. */
export const daysOf = (additions: Additions): readonly string[] =>
  Object.keys(additions).toSorted().slice(1)

export function added(additions: Additions, day: string, contract: Contract): Html {
  const names = additions[day] ?? []
  const operations = names.flatMap((name) => {
    const endpoint = endpointOf(contract, name)
    return endpoint ? [html`<li>${linkTo(name)} ${endpoint.options.summary}</li>`] : []
  })
  const fields = [...fieldsOf(names, ownersBefore(additions, day))].map(
    ([owner, list]) => html`<li>${nameOf(owner)} ${codes(list)}</li>`,
  )
  return html`${operations.length > 0 && list('New operations', operations)}
  ${fields.length > 0 && list('New fields and parameters', fields)}`
}

const list = (title: string, items: readonly Html[]): Html =>
  html`<h3>${title}</h3>
    <ul>
      ${items}
    </ul>`

const ownerIn = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf(' ')))

/** Who had fields or was there on a day before: of others it is no news that they have some. */
function ownersBefore(additions: Additions, day: string): ReadonlySet<string> {
  const before = Object.keys(additions).filter((other) => other < day)
  return new Set(before.flatMap((other) => additions[other] ?? []).flatMap(ownersOf))
}

/** An operation is there before it takes anything. */
const ownersOf = (name: string): readonly string[] =>
  name.includes(' ')
    ? [ownerIn(name)]
    : ['query', 'body', 'answer'].map((place) => `${name} ${place}`)

function fieldsOf(
  names: readonly string[],
  before: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const here = new Set(names)
  const found = new Map<string, string[]>()
  for (const name of names) {
    const owner = ownerIn(name)
    if (!before.has(owner) || isWithin(name, here)) continue
    const field = name.slice(owner.length + 1)
    found.set(owner, [...(found.get(owner) ?? []), field])
  }
  return found
}

/** A field that came with the one that it is a part of. */
function isWithin(name: string, here: ReadonlySet<string>): boolean {
  const end = name.lastIndexOf('.')
  return end > name.lastIndexOf(' ') && here.has(name.slice(0, end))
}

const says: Readonly<Record<string, string>> = {
  query: 'takes, in its query,',
  body: 'takes, in its body,',
  answer: 'answers',
}

function nameOf(owner: string): Html {
  const [name = '', place] = owner.split(' ')
  return place === undefined ? html`<code>${name}</code> has` : html`${linkTo(name)} ${says[place]}`
}

const codes = (names: readonly string[]): readonly Html[] =>
  names.map((name, place) => html`${place > 0 && ', '}<code>${name}</code>`)

function endpointOf(contract: Contract, name: string) {
  const [area = '', verb = ''] = name.split('.')
  return name.includes(' ') ? undefined : contract[area]?.[verb]
}

const linkTo = (name: string): Html =>
  html`<a href="/docs/api/${name.split('.')[0]}#${name}"><code>${name}</code></a>`
