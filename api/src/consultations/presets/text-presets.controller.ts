import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import {
  PRESET_KINDS,
  type PresetKind,
  type TextPresetInput,
  type TextPresetView,
  type UpdateTextPresetInput,
} from '@forhoering/shared/contracts/opening.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, type SignedIn } from '../../platform/http/access.js';
import { Id } from '../../platform/http/id.pipe.js';
import { MaxChars, Trimmed } from '../../platform/http/validation.js';
import { TextPresetsService } from './text-presets.service.js';

class TextPresetBody implements TextPresetInput {
  @IsIn(PRESET_KINDS) kind: PresetKind;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.presetName) name: string;
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.privacyNotice) text: string;
}

class UpdateTextPresetBody implements UpdateTextPresetInput {
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.presetName) name?: string;
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.privacyNotice) text?: string;
  @IsInt() version: number;
}

@Controller('text-presets')
export class TextPresetsController {
  constructor(private readonly presets: TextPresetsService) {}

  @Get()
  @Allow('consultation.read')
  async list(): Promise<{ items: TextPresetView[] }> {
    return { items: await this.presets.list() };
  }

  @Post()
  @Allow('textPreset.edit')
  create(@Me() me: SignedIn, @Body() body: TextPresetBody): Promise<TextPresetView> {
    return this.presets.create(me, body);
  }

  @Patch(':id')
  @Allow('textPreset.edit')
  update(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: UpdateTextPresetBody): Promise<TextPresetView> {
    return this.presets.update(me, id, body);
  }

  @Delete(':id')
  @Allow('textPreset.edit')
  @HttpCode(204)
  remove(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.presets.remove(me, id);
  }
}
