declare global {
  namespace App {
    interface Locals {
      language: 'da' | 'en';
    }
    interface Error {
      message: string;
      code?: string;
      /** Fields of a form that could not be saved, to be sent again. */
      typed?: Array<[name: string, value: string]>;
    }
  }
  var __forhoering: { inject(request: Request, clientAddress: string): Promise<Response> } | undefined;
}

export type Forhoering = typeof globalThis.__forhoering;
