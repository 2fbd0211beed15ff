import { NotOpened, Opening } from '../opening.tsx'
import type { CompanyPageProps } from './company-page.tsx'
import { companyPart } from './company-part.ts'

/** The sign-in with a company, once it has come. */
export function CompanyDoor(props: CompanyPageProps) {
  const part = companyPart.useNow()
  const { shown } = props.language
  if (part.name === 'here') return <part.part.CompanyPage {...props} />
  if (part.name === 'coming') return <Opening locale={shown} />
  return <NotOpened locale={shown} onRetry={() => void companyPart.load()} />
}
