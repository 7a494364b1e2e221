/// <reference types="vite/client" />

declare module 'virtual:lucide' {
  import type { IconName } from '@/shared/ui/icon-names'
  const shapes: Record<IconName, [tag: string, attributes: Record<string, string>][]>
  export default shapes
}
