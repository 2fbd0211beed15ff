import { NotOpened, Opening } from '../opening.tsx'
import { linkPart } from './link-part.ts'
import type { LinkPageProps } from './link-page.tsx'

/** The page that a mail leads to, once it has come. */
export function LinkDoor(props: LinkPageProps) {
  const part = linkPart.useNow()
  const { shown } = props.language
  if (part.name === 'here') return <part.part.LinkPage {...props} />
  if (part.name === 'coming') return <Opening locale={shown} />
  return <NotOpened locale={shown} onRetry={() => void linkPart.load()} />
}
