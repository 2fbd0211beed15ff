import type { Finding, Sentence } from './finding.ts'
import * as texts from './texts/en.ts'

/** What a session lets its page do. */
export interface Granted {
  readonly views: readonly string[]
  readonly scopes: readonly string[]
  /** Whether it names the person who sits there. */
  readonly hasUser: boolean
  readonly app: string
  readonly environment: string
}

/** A view as its module publishes it. */
export interface Published {
  readonly name: string
  readonly scopes: readonly string[]
  readonly element?: string | undefined
  /** What its module may write with, where that is known. */
  readonly writes?: readonly string[] | undefined
}

export interface ElementFacts {
  /** As it stands in the page, such as `sonaqor-keys`. */
  readonly element: string
  /** The view that was asked for, where that is not told by the element. */
  readonly view?: string | undefined
  /** The name of the session that it says it belongs to. */
  readonly session: string
  readonly isStarted: boolean
  /** What that session lets it do; nothing where it could not be opened. */
  readonly granted: Granted | undefined
  readonly expects: { readonly app?: string | undefined; readonly environment?: string | undefined }
}

/** Whether each element may show its view in its session, and with all that belongs to it. */
export function checkScopes(
  elements: readonly ElementFacts[],
  views: readonly Published[] | undefined,
): readonly Finding[] {
  if (elements.length === 0) {
    return [
      {
        id: 'scopes.none',
        state: 'warning',
        says: (say) => say(texts.noElements),
        change: (say) => say(texts.addElement),
        snippet: '<sonaqor-keys></sonaqor-keys>',
      },
    ]
  }
  // Of a registry that could not be asked, another check speaks.
  if (!views) return []
  return elements.map((facts, at) => ({
    ...checkElement(facts, views),
    id: `scopes.${facts.view ?? facts.element}:${at + 1}`,
  }))
}

type Verdict = Omit<Finding, 'id'>

function checkElement(facts: ElementFacts, views: readonly Published[]): Verdict {
  const { element, session, granted, isStarted } = facts
  const asked = facts.view ?? element
  const view = views.find((one) => one.name === asked || one.element === asked)
  if (!view) return unknownElement(asked, views)
  if (!isStarted) {
    return wrong(
      (say) => say(texts.sessionNotStarted, { element, session: session || 'unnamed' }),
      (say) => say(texts.startNamed),
      `Sonaqor.start({ name: '${session}', fetchSession })`,
    )
  }
  if (!granted) return { state: 'unknown', says: (say) => say(texts.elementUnknown, { element }) }
  return checkGranted(facts, view, granted)
}

function checkGranted(facts: ElementFacts, view: Published, granted: Granted): Verdict {
  const { element } = facts
  const { name } = view
  if (!granted.views.includes(name)) {
    const snippet = `views: ${listOf([...granted.views, name])}`
    return wrong(
      (say) => say(texts.viewNotListed, { element, view: name }),
      (say) => say(texts.listView),
      snippet,
    )
  }
  const lacking = view.scopes.filter((scope) => !granted.scopes.includes(scope))
  if (lacking.length > 0) {
    const snippet = `scopes: ${listOf([...granted.scopes, ...lacking])}`
    return wrong(
      (say) => say(texts.scopesLacking, { element, scopes: lacking.join(', ') }),
      (say) => say(texts.addScopes),
      snippet,
    )
  }
  return checkExpected(facts, granted) ?? checkUser(element, granted)
}

function checkExpected({ element, expects }: ElementFacts, granted: Granted): Verdict | undefined {
  const { app = granted.app, environment = granted.environment } = expects
  if (app === granted.app && environment === granted.environment) return undefined
  const expected = app === granted.app ? environment : app
  const got = app === granted.app ? granted.environment : granted.app
  return wrong(
    (say) => say(texts.otherThanExpected, { element, expected, got }),
    (say) => say(texts.alignApp),
  )
}

const isWriting = (scope: string) => !/:(read|create)$/.test(scope)

function checkUser(element: string, { hasUser, scopes }: Granted): Verdict {
  const writing = scopes.filter(isWriting)
  if (hasUser || writing.length === 0) {
    return { state: 'good', says: (say) => say(texts.elementMayShow, { element }) }
  }
  return {
    state: 'warning',
    says: (say) => say(texts.noUser, { element, scopes: writing.join(', ') }),
    change: (say) => say(texts.nameUser),
    snippet: 'user: { ref: user.id, name: user.name }',
  }
}

function unknownElement(asked: string, views: readonly Published[]): Verdict {
  const known = views.flatMap(({ element }) => element ?? [])
  const near = known.find((one) => differBy(one, asked) <= 2)
  return wrong(
    (say) => say(texts.elementNotPublished, { element: asked }),
    (say) =>
      near ? say(texts.writeElement) : say(texts.chooseElement, { known: known.join(', ') }),
    near && `<${near}></${near}>`,
  )
}

function wrong(says: Sentence, change: Sentence, snippet?: string): Verdict {
  return { state: 'wrong', says, change, snippet }
}

const listOf = (names: readonly string[]) => `[${names.map((one) => `'${one}'`).join(', ')}]`

/** How many letters have to be added, taken away or changed (Levenshtein's distance). */
function differBy(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const above = row
    row = [at + 1]
    for (const [to, letterThere] of [...other].entries()) {
      const changed = (above[to] ?? 0) + (letter === letterThere ? 0 : 1)
      row.push(Math.min(changed, (above[to + 1] ?? 0) + 1, (row[to] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}
