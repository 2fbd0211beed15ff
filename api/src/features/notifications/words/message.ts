/**
 * Puts a message in ICU MessageFormat into words, as the screens have theirs: `{name}`,
 * `{count, number}`, `{count, plural, …}`, `{state, select, …}`, and `{at, date}`, which a letter needs
 * and a screen draws by itself. A message is taken apart once.
 */
import type { Locale } from '@sonaqor/contract/notification-kinds'
import { parse, type Select, type Token } from '@messageformat/parser'

export type Values = Readonly<Record<string, unknown>>

const parsed = new Map<string, readonly Token[]>()

interface Telling {
  readonly values: Values
  readonly locale: Locale
  /** How a word of somebody's own is shown. */
  readonly shown: (word: string) => string
}

const asItIs = (word: string) => word

export function sayMessage(
  message: string,
  values: Values,
  locale: Locale,
  shown: Telling['shown'] = asItIs,
): string {
  return spoken(tokensOf(message), { values, locale, shown }, undefined)
}

/** The names of the values that a message takes. */
export function valuesOf(message: string): ReadonlySet<string> {
  return new Set(namesIn(tokensOf(message)))
}

function tokensOf(message: string): readonly Token[] {
  const tokens = parsed.get(message) ?? parse(message, { strict: true })
  parsed.set(message, tokens)
  return tokens
}

function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'content' || token.type === 'octothorpe') return []
    const inside = 'cases' in token ? token.cases.flatMap((one) => namesIn(one.tokens)) : []
    return [token.arg, ...inside]
  })
}

function spoken(tokens: readonly Token[], telling: Telling, counted: unknown): string {
  return tokens.map((token) => part(token, telling, counted)).join('')
}

function part(token: Token, telling: Telling, counted: unknown): string {
  const { values, locale, shown } = telling
  switch (token.type) {
    case 'content':
      return token.value
    case 'octothorpe':
      return figure(counted, locale)
    case 'argument': {
      const value = values[token.arg]
      return typeof value === 'number' ? figure(value, locale) : shown(String(value ?? ''))
    }
    case 'function':
      return token.key === 'date'
        ? moment(values[token.arg], locale)
        : figure(values[token.arg], locale)
    default: {
      const value = values[token.arg]
      const inner = token.type === 'select' ? counted : value
      return spoken(caseOf(token, value, locale), telling, inner)
    }
  }
}

function caseOf({ type, cases }: Select, value: unknown, locale: Locale): readonly Token[] {
  const named = (key: string) => cases.find((one) => one.key === key)?.tokens
  // No case can be called by nothing, nor with a hyphen.
  const key = String(value || 'none').replaceAll('-', '_')
  if (type === 'select') return named(key) ?? named('other') ?? []
  const rules = new Intl.PluralRules(locale, {
    type: type === 'plural' ? 'cardinal' : 'ordinal',
  })
  return named(`=${String(value)}`) ?? named(rules.select(Number(value))) ?? named('other') ?? []
}

const figure = (value: unknown, locale: Locale): string =>
  new Intl.NumberFormat(locale).format(Number(value))

/** Nobody knows which clock the reader of a letter looks at, so it says which one it means. */
function moment(value: unknown, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(new Date(String(value)))} UTC`
}
