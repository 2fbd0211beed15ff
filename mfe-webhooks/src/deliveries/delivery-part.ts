/** One delivery in full, in a part that comes after the list. */
export { DeliveryDrawer } from './delivery-drawer.tsx'
