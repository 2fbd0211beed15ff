import type { LogDetail } from '@sonaqor/contract/logs'
import { CodeBlock, useText } from '@sonaqor/ui'
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
export function LogSides({ of: { query, request, response } }: { readonly of: LogDetail }) {
  const say = useText()
  return (
    <>
      {query && <CodeBlock label={say(texts.requestQuery)} code={query.split('&').join('\n')} />}
      <OneSide of={request} called={requestTexts} />
      <OneSide of={response} called={responseTexts} />
    </>
  )
}

interface OneSideProps {
  readonly of: Side
  readonly called: typeof requestTexts | typeof responseTexts
}

function OneSide({ of: { headers, body }, called }: OneSideProps) {
  const say = useText()
  return (
    <>
      {body ? (
        <CodeBlock
          label={say(called.body)}
          language="json"
          code={body.text}
          note={say(body.cut ? texts.bytesCut : texts.bytes, { count: body.bytes })}
        />
      ) : (
        <p className="sq-log-none">{say(called.nothing)}</p>
      )}
      <CodeBlock label={say(called.headers)} code={linesOf(headers)} />
    </>
  )
}

function linesOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
