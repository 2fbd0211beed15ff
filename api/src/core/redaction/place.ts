import type { RedactionRule } from '@sonaqor/contract/log-redaction-rules'

export interface TakenOut {
  readonly at: string
  readonly rule: RedactionRule
}

/**
 * Where in a request something is looked at, for whoever tries out what is kept of it. The log itself
 * keeps no such record, and goes without.
 */
export class Place {
  readonly #at: string
  readonly #found: TakenOut[]

  constructor(at = '', found: TakenOut[] = []) {
    this.#at = at
    this.#found = found
  }

  /** All that was noted here and within, each rule once a place. */
  get found(): readonly TakenOut[] {
    return this.#found
  }

  within(name: string | number): Place {
    const step = String(name).replaceAll('~', '~0').replaceAll('/', '~1')
    return new Place(`${this.#at}/${step}`, this.#found)
  }

  note(rule: RedactionRule): void {
    const isKnown = this.#found.some((one) => one.at === this.#at && one.rule === rule)
    if (!isKnown) this.#found.push({ at: this.#at, rule })
  }
}
