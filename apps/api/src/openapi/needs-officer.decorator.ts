import { applyDecorators } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';

/** Documents that somebody has to be known: a person by a session, a program by a token. */
export const NeedsOfficer = (): ClassDecorator & MethodDecorator =>
  applyDecorators(ApiSecurity({ session: [], csrf: [] }), ApiSecurity('token'));
