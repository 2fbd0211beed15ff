import { Link, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import type { Shown } from '../use-dashboard.ts'

/** Leads to the first page, from where none is. */
export function WayHome({ to: { path, title } }: { readonly to: Shown['nav'][number] }) {
  const say = useText()
  return <Link href={path}>{say(texts.goTo, { page: title })}</Link>
}
