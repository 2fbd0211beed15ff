import { PanelButton, useText } from '@sonaqor/ui'
import type { Text } from '@sonaqor/module/texts'
import * as texts from './texts/en.ts'
import { spoken } from './written.ts'

export interface QueryHelpProps {
  readonly imported: string | undefined
  /** Puts an example into the field, to go on from. */
  readonly onTry: (query: string) => void
}

const examples: readonly (readonly [query: string, means: Text])[] = [
  ['status:5xx', texts.exampleGroup],
  ['status:422,429', texts.exampleList],
  ['path:/v1/transactions*', texts.exampleBeginning],
  ['path:*refund*', texts.exampleWithin],
  ['path:*/check', texts.exampleEnd],
  ['-method:GET', texts.exampleNot],
  ['key:sq_live_Ab12', texts.exampleKey],
  ['key:imported', texts.exampleImported],
  ['app:"Order desk"', texts.exampleApp],
  ['ip:203.0.113.0/24', texts.exampleRange],
  ['latency:>500', texts.exampleSlow],
  ['request:01920000-0000-7000-8000-000000000001', texts.exampleRequest],
  ['customers', texts.exampleText],
  ['status:>=400 -status:404 path:/v1/*', texts.exampleAll],
]

/** How the language is written, by examples that can be tried. */
export function QueryHelp({ imported, onTry }: QueryHelpProps) {
  const say = useText()
  return (
    <PanelButton name={say(texts.howToSearch)} icon="info" shown="" className="sq-query-help">
      {(close) => (
        <>
          <p>{say(texts.queryRules)}</p>
          <ul>
            {examples.map(([written, means]) => {
              const query = spoken(written, imported)
              return (
                <li key={query}>
                  <button
                    type="button"
                    onClick={() => {
                      close()
                      onTry(query)
                    }}
                  >
                    <code>{query}</code>
                    <span>{say(means)}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </PanelButton>
  )
}
