import { tagOf } from './tag-of.ts'

/** What compiled texts need of a language to write figures and to choose between cases. */
export interface Formats {
  /** A value in words; a number as the language writes it. */
  value(value: string | number | undefined): string
  /** The case for an amount (`one`, `few`, `other`, or `=0` where it is exact). */
  plural(amount: string | number | undefined, cases: Cases): string
  /** The case for a rank: 1st, 2nd, 3rd. */
  ordinal(rank: string | number | undefined, cases: Cases): string
  /** The case that is named by a value. */
  select(name: string | number | undefined, cases: Cases): string
}

type Cases = Readonly<Record<string, string>>

const known = new Map<string, Formats>()

/** The formats of a language; made once, because `Intl` takes its time to make them. */
export function formatsIn(locale: string): Formats {
  const formats = known.get(locale) ?? makeFormats(locale)
  known.set(locale, formats)
  return formats
}

function makeFormats(asked: string): Formats {
  const locale = tagOf(asked)
  const figures = new Intl.NumberFormat(locale)
  const chooserOf = (type: Intl.PluralRuleType): Formats['plural'] => {
    const rules = new Intl.PluralRules(locale, { type })
    return (amount, cases) => cases[`=${amount}`] ?? caseOf(cases, rules.select(Number(amount)))
  }
  return {
    value: (value) => (typeof value === 'number' ? figures.format(value) : String(value ?? '')),
    plural: chooserOf('cardinal'),
    ordinal: chooserOf('ordinal'),
    select: (name, cases) => caseOf(cases, String(name)),
  }
}

/** Every message has the case `other`; where English stands in, a language may ask for one it lacks. */
const caseOf = (cases: Cases, name: string): string => cases[name] ?? cases['other'] ?? ''
