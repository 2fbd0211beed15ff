import type { FilterCondition } from '@sonaqor/contract/webhook-endpoints'
import type { Simulation } from '@sonaqor/contract/webhook-trials'
import { Badge, Banner, CodeBlock, useText } from '@sonaqor/ui'
import { inWords } from './condition-words.ts'
import * as texts from './texts/en.ts'

export interface SimulationViewProps {
  readonly of: Simulation
  readonly filter: readonly FilterCondition[]
}

/** What would become of an event: whether it passes, why not, and what would be sent. */
export function SimulationView({ of: result, filter }: SimulationViewProps) {
  const say = useText()
  const { passes, conditions, after, fault, tookMs } = result
  return (
    <div className="sq-wh-result">
      {filter.length > 0 && (
        <ul className="sq-wh-lines">
          {conditions.map(({ holds, found }, at) => {
            const condition = filter[at]
            return (
              condition && (
                // Conditions are told by their places, as they were asked.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={at}>
                  <Badge tone={holds ? 'success' : 'warning'} icon={holds ? 'check' : 'close'}>
                    {say(holds ? texts.holds : texts.doesNotHold)}
                  </Badge>{' '}
                  {inWords(condition, say)}{' '}
                  {!holds && (
                    <code>{say(texts.foundThere, { value: JSON.stringify(found ?? null) })}</code>
                  )}
                </li>
              )
            )
          })}
        </ul>
      )}
      {fault && (
        <Banner tone="danger" title={say(texts.transformationFailed)}>
          {fault.line === null
            ? fault.message
            : say(texts.faultAt, {
                message: fault.message,
                line: fault.line,
                column: fault.column ?? 1,
              })}
        </Banner>
      )}
      {!passes && <Banner title={say(texts.heldBack)}>{say(texts.heldBackDetail)}</Banner>}
      {passes && !fault && after === null && (
        <Banner title={say(texts.nothingLeft)}>{say(texts.nothingLeftDetail)}</Banner>
      )}
      {passes && after && (
        <CodeBlock
          label={say(texts.wouldBeSent)}
          language="json"
          code={JSON.stringify(after)}
          note={say(texts.tookMs, { count: Math.round(tookMs * 10) / 10 })}
        />
      )}
    </div>
  )
}
