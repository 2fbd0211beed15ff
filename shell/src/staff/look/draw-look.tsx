import { createRoot } from 'react-dom/client'
import { LookPage } from './look-page.tsx'
import { openLook } from './open-look.ts'
import { takeLook } from './take-look.ts'

/** Draws what a tenant lets be seen, once the staff's page has handed it over. */
export async function drawLook(root: Element, staffOrigin: string): Promise<void> {
  const taken = await takeLook(staffOrigin)
  const { look, locale } = taken
  createRoot(root).render(<LookPage {...{ look, locale }} host={openLook(taken)} />)
}
