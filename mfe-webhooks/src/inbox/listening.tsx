import { useModule } from '@sonaqor/module'
import { Button, CodeBlock, Link, Said, Section, useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

/** As it is typed: the client comes from here, and from no registry. Most frameworks begin with this port. */
const commandAt = (origin: string) =>
  [
    `export SONAQOR_URL=${origin}`,
    'export SONAQOR_API_KEY=sq_test_your_key',
    `npx --yes ${origin}/client/sonaqor-client.tgz listen --forward-to http://localhost:3000/webhooks`,
  ].join('\n')

export interface ListeningProps {
  /** Undefined for who may not see it. */
  readonly onShowSecret: (() => void) | undefined
}

/** How messages come to the machine of whoever builds a receiver. */
export function Listening({ onShowSecret }: ListeningProps) {
  const say = useText()
  const { origin } = useModule()
  return (
    <div className="sq-wh-inbox-card">
      <Section
        title={say(texts.listenTitle)}
        actions={
          onShowSecret && (
            <Button size="small" icon="key" onClick={onShowSecret}>
              {say(common.showSecretAsked)}
            </Button>
          )
        }
      >
        {origin && <CodeBlock label={say(texts.terminal)} code={commandAt(origin)} />}
        <p className="sq-wh-note">
          {say(texts.listenMeans)}{' '}
          {origin && (
            <Link href={`${origin}/docs/listen`} outside>
              {say(texts.howToListen)}
            </Link>
          )}
        </p>
        <p className="sq-wh-note">
          <Said
            of={texts.listenNeeds}
            with={{ read: <code>webhooks:read</code>, values: <code>customers:read</code> }}
          />
        </p>
      </Section>
    </div>
  )
}
