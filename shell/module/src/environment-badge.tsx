import { Badge } from '@sonaqor/ui'
import type { Environment } from './host.ts'

/** What people call the two worlds. */
export const environmentTitles: Readonly<Record<Environment, string>> = {
  sandbox: 'Sandbox',
  production: 'Production',
}

/** The sandbox has a tint of its own everywhere, so that nobody takes it for production. */
export function EnvironmentBadge({ of: environment }: { readonly of: Environment }) {
  const title = environmentTitles[environment]
  return environment === 'sandbox' ? (
    <Badge tone="warning" icon="flask">
      {title}
    </Badge>
  ) : (
    <Badge tone="info">{title}</Badge>
  )
}
