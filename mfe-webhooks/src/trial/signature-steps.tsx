import type { SentTest } from '@sonaqor/contract/webhook-trials'
import { CodeBlock, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** How a signature came about, a step each, so that whoever verifies can compare. */
export function SignatureSteps({ of: steps }: { readonly of: SentTest['signature'] }) {
  const say = useText()
  const { id, timestamp, signed, signatures } = steps
  const value = signatures.map((signature) => signature.value).join(' ')
  return (
    <section className="sq-wh-steps">
      <h2>{say(texts.stepByStep)}</h2>
      <ol>
        <li>
          <p>{say(texts.stepId)}</p>
          <CodeBlock label={'webhook-id'} code={id} />
        </li>
        <li>
          <p>{say(texts.stepTimestamp)}</p>
          <CodeBlock label={'webhook-timestamp'} code={timestamp} />
        </li>
        <li>
          <p>{say(texts.stepSigned)}</p>
          <CodeBlock label={say(texts.signedBytes)} code={signed} />
        </li>
        <li>
          <p>
            {say(
              signatures.some(({ kind }) => kind === 'v1a') ? texts.stepEd25519 : texts.stepHmac,
            )}
            {signatures.length > 1 && ` ${say(texts.stepSeveral, { count: signatures.length })}`}
          </p>
          <CodeBlock label={'webhook-signature'} code={value} />
        </li>
      </ol>
    </section>
  )
}
