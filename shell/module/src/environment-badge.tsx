import { Badge, useText } from '@sonaqor/ui'
import type { Environment } from './host.ts'
import * as texts from './texts/en.ts'

/** The sandbox has a tint of its own everywhere, so that nobody takes it for production. */
export function EnvironmentBadge({ of: environment }: { readonly of: Environment }) {
  const say = useText()
  return environment === 'sandbox' ? (
    <Badge tone="warning" icon="flask">
      {say(texts.sandbox)}
    </Badge>
  ) : (
    <Badge tone="info">{say(texts.production)}</Badge>
  )
}
