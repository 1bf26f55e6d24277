declare global {
  namespace App {
    interface Locals {
      language: 'da' | 'en';
    }
    interface Error {
      message: string;
      code?: string;
    }
  }
  var __forhoering: { inject(request: Request, clientAddress: string): Promise<Response> } | undefined;
}

export type Forhoering = typeof globalThis.__forhoering;
