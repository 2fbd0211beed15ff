import type { LogDetail } from '@sonaqor/contract/logs'
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import { useModule } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import { CodeBlock, Said, useText } from '@sonaqor/ui'
import { HeldBack } from './held-back.tsx'
import { areTyped, masksFor, sampleMasks, sampleType } from './masks.ts'
import * as texts from './texts/en.ts'

/** No header and no query is shown by its types alone. */
const masks = masksFor(true)

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
  const isHeldBack = [request, response].some(({ body }) => body?.isHeldBack)
  // What an access log does not say was not left out on the wire.
  const isWhole = detail.imported === undefined
  return (
    <>
      {isHeldBack && <HeldBack />}
      {/* Headers are held back also where there is no body. */}
      <MaskNote of={detail} isHeldBack={isHeldBack || !can('customers:read')} />
      {query && (
        <CodeBlock
          label={say(texts.requestQuery)}
          code={query.split('&').join('\n')}
          masks={masks}
        />
      )}
      <OneSide of={request} called={requestTexts} isWhole={isWhole} />
      <OneSide of={response} called={responseTexts} isWhole={isWhole} />
    </>
  )
}

interface MaskNoteProps {
  readonly of: LogDetail
  readonly isHeldBack: boolean
}

/** Says once what is marked in all that follows, and why: each meaning by a mark that stands there. */
function MaskNote({ of: { query, request, response }, isHeldBack }: MaskNoteProps) {
  const sides = [request, response]
  const headers = sides.map((side) => linesOf(side.headers))
  const { takenOut, toType } = sampleMasks([
    query,
    ...sides.map(({ body }) => body?.text ?? ''),
    ...(isHeldBack ? [] : headers),
  ])
  const isStructure = areTyped(sides.flatMap(({ body }) => (body?.isHeldBack ? [body.text] : [])))
  const hidesHeaders = isHeldBack && headers.some((lines) => lines.includes(redacted))
  if (!isStructure && !hidesHeaders && !takenOut && !toType) return null
  return (
    <p className="sq-log-masks">
      {isStructure && <Said of={texts.typesMarked} with={{ mark: <mark>{sampleType}</mark> }} />}{' '}
      {hidesHeaders && <Said of={texts.headersHeldBack} with={{ mark: <mark>{redacted}</mark> }} />}{' '}
      {takenOut && <Said of={texts.redactedBefore} with={{ mark: <mark>{takenOut}</mark> }} />}{' '}
      {toType && <Said of={texts.redactedToTypes} with={{ mark: <mark>{toType}</mark> }} />}
    </p>
  )
}

interface OneSideProps {
  readonly of: Side
  readonly called: typeof requestTexts | typeof responseTexts
  readonly isWhole: boolean
}

function OneSide({ of: { headers, body }, called, isWhole }: OneSideProps) {
  const say = useText()
  const lines = linesOf(headers)
  const isUnread = body?.text === ''
  return (
    <>
      {body && isUnread && (
        <p className="sq-log-none">
          {/* Of a body that was cut no structure may be shown either, which says nothing about what is kept. */}
          {body.isHeldBack
            ? say(texts.bodyHeldBack, { name: say(called.body) })
            : say(texts.bodyUnread, { name: say(called.body), count: body.bytes })}
        </p>
      )}
      {body && !isUnread && (
        <CodeBlock
          label={say(called.body)}
          language="json"
          code={body.text}
          note={noteOf(say, body)}
          masks={masksFor(!body.isHeldBack)}
        />
      )}
      {!body && isWhole && <p className="sq-log-none">{say(called.nothing)}</p>}
      {(lines || isWhole) && <CodeBlock label={say(called.headers)} code={lines} masks={masks} />}
    </>
  )
}

/** How large it was; of one that is held back at most that its structure is not all of it. */
function noteOf(say: Say, { bytes, cut, isHeldBack }: NonNullable<Side['body']>) {
  if (isHeldBack) return cut ? say(texts.cut) : undefined
  return say(cut ? texts.bytesCut : texts.bytes, { count: bytes })
}

function linesOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
