import type { Scope } from '@sonaqor/contract/access'
import { NoPermission, Page, type PageProps } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { useModule } from './use-module.ts'

export interface PermittedProps {
  readonly scope: Scope
  /** What it takes the scope for, as it follows "to": "see API keys". */
  readonly to: string
  /** The words of the page, where a whole page needs the scope: its head stands in any case. */
  readonly page?: Pick<PageProps, 'title' | 'purpose'>
  readonly children: ReactNode
}

/** For whoever holds the scope; to anybody else it says which one is missing and who can give it. */
export function Permitted({ scope, to, page, children }: PermittedProps) {
  const { can } = useModule()
  if (can(scope)) return children
  const refusal = <NoPermission scope={scope} purpose={to} />
  return page ? <Page {...page}>{refusal}</Page> : refusal
}
