import type { LogDetail } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { CodeBlock, Said, useText } from '@sonaqor/ui'
import { areTyped, masksFor, sampleMasks, sampleType } from './masks.ts'
import * as texts from './texts/en.ts'

type Side = LogDetail['request']

const requestTexts = {
  body: texts.requestBody,
  headers: texts.requestHeaders,
  nothing: texts.requestWithoutBody,
}
const responseTexts = {
  body: texts.responseBody,
  headers: texts.responseHeaders,
  nothing: texts.responseWithoutBody,
}

/** What was sent, and what was answered. */
export function LogSides({ of: detail }: { readonly of: LogDetail }) {
  const say = useText()
  const { can } = useModule()
  const { query, request, response } = detail
  const hasValues = can('customers:read')
  const masks = masksFor(hasValues)
  // What an access log does not say was not left out on the wire.
  const isWhole = detail.imported === undefined
  return (
    <>
      <MaskNote of={detail} hasValues={hasValues} />
      {query && (
        <CodeBlock
          label={say(texts.requestQuery)}
          code={query.split('&').join('\n')}
          masks={masks}
        />
      )}
      <OneSide of={request} called={requestTexts} {...{ masks, hasValues, isWhole }} />
      <OneSide of={response} called={responseTexts} {...{ masks, hasValues, isWhole }} />
    </>
  )
}

interface MaskNoteProps {
  readonly of: LogDetail
  readonly hasValues: boolean
}

/** Says once what is marked in all that follows, and why: each meaning by a mark that stands there. */
function MaskNote({ of: { query, request, response }, hasValues }: MaskNoteProps) {
  const sides = [request, response]
  const said = sides.flatMap(({ body, headers }) => [body?.text ?? '', linesOf(headers)])
  const { takenOut, toType } = sampleMasks([query, ...said])
  const isStructure = !hasValues && areTyped(sides.map(({ body }) => body?.text ?? ''))
  if (!isStructure && !takenOut && !toType) return null
  return (
    <p className="sq-log-masks">
      {isStructure && (
        <Said
          of={texts.structureAlone}
          with={{ mark: <mark>{sampleType}</mark>, scope: <code>customers:read</code> }}
        />
      )}{' '}
      {takenOut && <Said of={texts.redactedBefore} with={{ mark: <mark>{takenOut}</mark> }} />}{' '}
      {toType && <Said of={texts.redactedToTypes} with={{ mark: <mark>{toType}</mark> }} />}
    </p>
  )
}

interface OneSideProps {
  readonly of: Side
  readonly called: typeof requestTexts | typeof responseTexts
  readonly masks: RegExp
  readonly hasValues: boolean
  readonly isWhole: boolean
}

function OneSide({ of: { headers, body }, called, masks, hasValues, isWhole }: OneSideProps) {
  const say = useText()
  const lines = linesOf(headers)
  const isUnread = body?.text === ''
  return (
    <>
      {body && isUnread && (
        <p className="sq-log-none">
          {hasValues ? (
            say(texts.bodyUnread, { name: say(called.body), count: body.bytes })
          ) : (
            // Of a body that was cut no structure may be shown either, which says nothing about what is kept.
            <Said
              of={texts.bodyHeldBack}
              with={{
                name: say(called.body),
                size: say(texts.bytes, { count: body.bytes }),
                scope: <code>customers:read</code>,
              }}
            />
          )}
        </p>
      )}
      {body && !isUnread && (
        <CodeBlock
          label={say(called.body)}
          language="json"
          code={body.text}
          note={say(body.cut ? texts.bytesCut : texts.bytes, { count: body.bytes })}
          masks={masks}
        />
      )}
      {!body && isWhole && <p className="sq-log-none">{say(called.nothing)}</p>}
      {(lines || isWhole) && <CodeBlock label={say(called.headers)} code={lines} masks={masks} />}
    </>
  )
}

function linesOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
