import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import type {
  CommentTagsResult,
  PublicTheme,
  SetCommentTagsInput,
  TagInput,
  TagView,
  UpdateTagInput,
} from '@forhoering/shared/contracts/tag.contract.js';
import { LIMITS } from '@forhoering/shared/limits.js';
import { Allow, Me, Public, type SignedIn } from '../platform/http/access.js';
import { Id } from '../platform/http/id.pipe.js';
import { MaxChars, Trimmed } from '../platform/http/validation.js';
import { TagsService } from './tags.service.js';

class TagDetails {
  @ValidateIf((body: TagDetails) => body.parentId !== undefined && body.parentId !== null) @IsUUID() parentId?:
    string | null;
  @IsOptional() @Trimmed() @IsString() @MaxChars(LIMITS.tagDescription) description?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.tagKeywords)
  @IsString({ each: true })
  @MaxChars(LIMITS.tagKeyword, { each: true })
  keywords?: string[];
  @IsOptional() @IsInt() @Min(1) @Max(8) colour?: number;
  @IsOptional() @IsString() @MaxChars(1) key?: string;
  @IsOptional() @IsBoolean() isPublic?: boolean;
  @IsOptional() @IsBoolean() readByAnother?: boolean;
}

class CreateTagBody extends TagDetails implements TagInput {
  @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.tagName) name: string;
}

class UpdateTagBody extends TagDetails implements UpdateTagInput {
  @IsOptional() @Trimmed() @IsString() @IsNotEmpty() @MaxChars(LIMITS.tagName) name?: string;
  @IsInt() version: number;
}

class SetCommentTagsBody implements SetCommentTagsInput {
  @IsArray() @ArrayMaxSize(LIMITS.tagsPerComment) @IsUUID(undefined, { each: true }) tagIds: string[];
  @IsOptional() @IsInt() version?: number;
}

@Controller()
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Get('consultations/:id/tags')
  @Allow('comment.read')
  async list(@Param('id', Id) id: string): Promise<{ items: TagView[] }> {
    return { items: await this.tags.list(id) };
  }

  @Get('public/consultations/:slug/themes')
  @Public()
  async publicThemes(@Param('slug') slug: string): Promise<{ items: PublicTheme[] }> {
    return { items: await this.tags.publicThemes(slug) };
  }

  @Post('consultations/:id/tags')
  @Allow('tag.edit')
  create(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: CreateTagBody): Promise<TagView> {
    return this.tags.create(me, id, body);
  }

  @Patch('tags/:id')
  @Allow('tag.edit')
  update(@Me() me: SignedIn, @Param('id', Id) id: string, @Body() body: UpdateTagBody): Promise<TagView> {
    return this.tags.update(me, id, body);
  }

  @Delete('tags/:id')
  @Allow('tag.edit')
  @HttpCode(204)
  remove(@Me() me: SignedIn, @Param('id', Id) id: string): Promise<void> {
    return this.tags.remove(me, id);
  }

  @Put('comments/:id/tags')
  @Allow('tag.assign')
  setOnComment(
    @Me() me: SignedIn,
    @Param('id', Id) id: string,
    @Body() body: SetCommentTagsBody,
  ): Promise<CommentTagsResult> {
    return this.tags.setOnComment(me, id, body);
  }
}
