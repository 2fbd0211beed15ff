import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule } from '@sonaqor/module'
import {
  Button,
  CodeBlock,
  Copied,
  Fact,
  Facts,
  Moment,
  RelativeTime,
  Said,
  Section,
  useText,
} from '@sonaqor/ui'
import type { EndpointActs } from '../acts/endpoint-acts.ts'
import { inWords } from '../form/condition-words.ts'
import { useApps } from '../list/use-apps.ts'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

export interface EndpointSettingsProps {
  readonly of: Endpoint
  readonly acts: EndpointActs
}

/** What an endpoint is set to; of what it sends along in headers the names alone are known. */
export function EndpointSettings({ of: endpoint, acts }: EndpointSettingsProps) {
  const say = useText()
  const { onAsk } = acts
  const { url, reach, filter, headerNames, maxPerSecond, isOrdered, transformation } = endpoint
  const app = useApps().data?.find(({ id }) => id === endpoint.appId)
  return (
    <Section
      title={say(texts.settings)}
      actions={
        onAsk && (
          <Button size="small" icon="edit" onClick={() => onAsk('edit', endpoint)}>
            {say(common.editAsked)}
          </Button>
        )
      }
    >
      <Facts>
        <Fact name={say(texts.address)}>
          <Copied text={url} what={say(texts.address)} />
        </Fact>
        {app && <Fact name={say(common.app)}>{app.name}</Fact>}
        <Fact name={say(common.events)}>
          <Types of={endpoint.eventTypes} />
        </Fact>
        <Fact name={say(texts.reach)}>
          {say(reach === 'app' ? texts.ofApp : texts.ofEnvironment)}
        </Fact>
        {filter.length > 0 && (
          <Fact name={say(texts.filter)}>
            <ul className="sq-wh-lines">
              {filter.map((condition) => (
                <li key={`${condition.path} ${condition.operator}`}>{inWords(condition, say)}</li>
              ))}
            </ul>
          </Fact>
        )}
        {headerNames.length > 0 && (
          <Fact name={say(texts.headers)} hint={say(texts.headersSealed)}>
            <code>{headerNames.join(', ')}</code>
          </Fact>
        )}
        <Fact name={say(texts.pace)}>
          {maxPerSecond === null
            ? say(texts.asItAnswers)
            : say(texts.perSecond, { count: maxPerSecond })}
        </Fact>
        <Fact name={say(texts.order)}>{say(isOrdered ? texts.oneByOne : texts.sideBySide)}</Fact>
        <Signing of={endpoint} acts={acts} />
        {endpoint.needsConsent && (
          <Fact name={say(texts.consent)}>
            {endpoint.consentedAt === null ? (
              say(texts.consentMissing)
            ) : (
              <Said
                of={texts.consentedSince}
                with={{ when: <RelativeTime at={endpoint.consentedAt} /> }}
              />
            )}
          </Fact>
        )}
        <Fact name={say(texts.added)}>
          <Moment at={endpoint.createdAt} />
        </Fact>
      </Facts>
      {transformation !== null && (
        <CodeBlock label={say(texts.transformation)} code={transformation} />
      )}
    </Section>
  )
}

/** Of many some are shown at first; all of them have no list. */
function Types({ of: types }: { readonly of: readonly string[] }) {
  const say = useText()
  if (types.length === 0) return say(texts.everyType)
  return (
    <ul className="sq-wh-lines">
      {types.map((type) => (
        <li key={type}>
          <code>{type}</code>
        </li>
      ))}
    </ul>
  )
}

function Signing({ of: endpoint, acts }: EndpointSettingsProps) {
  const say = useText()
  const { origin = '' } = useModule()
  const { signing, publicKey, jwksPath, secretSince } = endpoint
  const { onShowSecret, onRotateSecret } = acts
  return (
    <>
      <Fact name={say(texts.signature)}>
        {say(signing === 'hmac' ? texts.byHmac : texts.byEd25519)}
      </Fact>
      <Fact name={say(texts.secret)}>
        <Moment at={secretSince} />
        <span className="sq-wh-line-acts">
          {onShowSecret && (
            <Button size="small" onClick={() => onShowSecret(endpoint)}>
              {say(common.showSecretAsked)}
            </Button>
          )}
          {onRotateSecret && (
            <Button size="small" onClick={() => onRotateSecret(endpoint)}>
              {say(common.rotateAsked)}
            </Button>
          )}
        </span>
      </Fact>
      {publicKey && (
        <Fact name={say(texts.publicKey)}>
          <Copied text={publicKey} what={say(texts.publicKey)} />
        </Fact>
      )}
      {jwksPath && (
        <Fact name={say(texts.jwks)} hint={say(texts.jwksMeans)}>
          <Copied text={`${origin}${jwksPath}`} what={say(texts.jwks)} />
        </Fact>
      )}
    </>
  )
}
