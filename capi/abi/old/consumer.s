	.file	"consumer.c"
	.text
	.type	stop, @function
stop:
	addq	%rsi, (%rdi)
	xorl	%eax, %eax
	cmpq	%rsi, %rdx
	setnb	%al
	sall	$3, %eax
	ret
	.size	stop, .-stop
	.type	is, @function
is:
	pushq	%r12
	movq	%rsi, %r12
	pushq	%rbp
	movq	%rdi, %rbp
	movq	%rdx, %rdi
	pushq	%rbx
	movq	%rdx, %rbx
	call	strlen@PLT
	movq	%rax, %rdx
	xorl	%eax, %eax
	cmpq	%r12, %rdx
	jne	.L2
	movq	%rbx, %rsi
	movq	%rbp, %rdi
	call	memcmp@PLT
	testl	%eax, %eax
	sete	%al
	movzbl	%al, %eax
.L2:
	popq	%rbx
	popq	%rbp
	popq	%r12
	ret
	.size	is, .-is
	.section	.rodata.str1.1,"aMS",@progbits,1
.LC0:
	.string	"rating"
.LC1:
	.string	"sql"
.LC2:
	.string	"python"
.LC3:
	.string	"skm_roster_build_columns(matrix, &columns, &building, &roster, NULL) == SKM_OK"
.LC4:
	.string	"not so: %s\n"
.LC5:
	.string	"skm_roster_person_count(roster) == 2"
.LC6:
	.string	"b"
.LC7:
	.string	"is(skm_roster_person_id(roster, 1), \"b\")"
.LC8:
	.string	""
.LC9:
	.string	"skm_plan_build(matrix, text(\"\"), &plan, NULL) == SKM_OK"
.LC10:
	.string	"skm_scores_create(&scores, NULL) == SKM_OK"
.LC11:
	.string	"skm_scores_score_people(scores, plan, roster, level, &options, NULL) == SKM_OK"
.LC12:
	.string	"verdicts.size == 2"
.LC13:
	.string	"verdicts.width == 1"
.LC14:
	.string	"((const uint8_t *)verdicts.data)[0] == SKM_VERDICT_UNDETERMINED"
.LC15:
	.string	"((const uint8_t *)verdicts.data)[1] == SKM_VERDICT_READY"
.LC16:
	.string	"skm_scores_get(scores, roster, 0, &score) == SKM_OK"
.LC17:
	.string	"score.verdict == SKM_VERDICT_UNDETERMINED"
.LC18:
	.string	"score.gaps == 0"
.LC19:
	.string	"score.lower_numerator == 0"
.LC20:
	.string	"score.lower_denominator == 1"
.LC21:
	.string	"score.upper_numerator == 1"
.LC22:
	.string	"score.upper_denominator == 1"
.LC23:
	.string	"skm_scores_score_people(scores, plan, roster, level, &options, NULL) == SKM_ERR_CALLBACK"
.LC24:
	.string	"reported == 1"
.LC25:
	.string	"what"
.LC26:
	.string	"-"
.LC27:
	.string	"person,role,level,what,rating\nc,r,high,sql,-\n"
.LC28:
	.string	"skm_roster_read_csv(matrix, text(\"person,role,level,what,rating\\nc,r,high,sql,-\\n\"), NULL, &reading, NULL, &table, NULL) == SKM_OK"
.LC29:
	.string	"skm_roster_own_role_level(table, 0) == level"
.LC30:
	.string	"skm_roster_holding_count(table, 0) == 1"
.LC31:
	.string	"skm_roster_holdings(table, 0, 1, &holding) == SKM_OK"
.LC32:
	.string	"holding.skill == skills[0]"
.LC33:
	.string	"holding.rank == 0"
.LC34:
	.string	"holding.is_expired == 0"
.LC35:
	.string	"holding.rating == 0"
	.text
	.type	check_batch, @function
check_batch:
	pushq	%r13
	xorl	%eax, %eax
	movl	$48, %ecx
	orq	$-1, %rdx
	pushq	%r12
	pushq	%rbp
	movl	%esi, %ebp
	xorl	%esi, %esi
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$632, %rsp
	leaq	432(%rsp), %rdi
	movq	%rsi, 176(%rsp)
	rep stosl
	leaq	136(%rsp), %rdi
	movl	$8, %ecx
	movq	%rsi, 184(%rsp)
	rep stosl
	xorl	%edi, %edi
	movq	%rsi, 192(%rsp)
	movq	%rsi, 200(%rsp)
	movq	%rsi, 208(%rsp)
	movq	%rsi, 8(%rsp)
	movq	%rsi, 16(%rsp)
	movq	%rsi, 24(%rsp)
	movq	%rsi, 32(%rsp)
	leaq	.LC1(%rip), %rsi
	movq	%rdi, 104(%rsp)
	movq	%rdi, 112(%rsp)
	movq	%rdi, 120(%rsp)
	movq	%rdi, 40(%rsp)
	movq	%rbx, %rdi
	movq	$200, 424(%rsp)
	movq	$40, 128(%rsp)
	movq	$48, 168(%rsp)
	movq	$32, 96(%rsp)
	call	skm_matrix_find_skill@PLT
	orq	$-1, %rdx
	leaq	.LC2(%rip), %rsi
	movq	%rbx, %rdi
	movl	%eax, 48(%rsp)
	call	skm_matrix_find_skill@PLT
	xorl	%r8d, %r8d
	leaq	8(%rsp), %rcx
	movq	%rbx, %rdi
	movl	%eax, 52(%rsp)
	leaq	ids.4(%rip), %rax
	leaq	128(%rsp), %rdx
	movq	%rax, 448(%rsp)
	leaq	offsets.3(%rip), %rax
	leaq	424(%rsp), %rsi
	movq	%rax, 464(%rsp)
	leaq	people.2(%rip), %rax
	movq	%rax, 496(%rsp)
	leaq	48(%rsp), %rax
	movq	%rax, 536(%rsp)
	leaq	ranks.1(%rip), %rax
	movq	$2, 432(%rsp)
	movq	$2, 440(%rsp)
	movq	$2, 456(%rsp)
	movq	$4, 472(%rsp)
	movq	%rax, 576(%rsp)
	movl	$1, 148(%rsp)
	call	skm_roster_build_columns@PLT
	testl	%eax, %eax
	je	.L9
	leaq	.LC3(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L9:
	movq	8(%rsp), %rdi
	call	skm_roster_person_count@PLT
	cmpl	$2, %eax
	je	.L10
	leaq	.LC5(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L10:
	movq	8(%rsp), %rdi
	movl	$1, %esi
	call	skm_roster_person_id@PLT
	movq	%rdx, %rsi
	movq	%rax, %rdi
	leaq	.LC6(%rip), %rdx
	call	is
	testl	%eax, %eax
	jne	.L11
	leaq	.LC7(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L11:
	xorl	%r8d, %r8d
	orq	$-1, %rdx
	leaq	24(%rsp), %rcx
	movq	%rbx, %rdi
	leaq	.LC8(%rip), %rsi
	call	skm_plan_build@PLT
	testl	%eax, %eax
	je	.L12
	leaq	.LC9(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L12:
	xorl	%esi, %esi
	leaq	32(%rsp), %rdi
	call	skm_scores_create@PLT
	testl	%eax, %eax
	je	.L13
	leaq	.LC10(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L13:
	leaq	96(%rsp), %r12
	movq	8(%rsp), %rdx
	xorl	%r9d, %r9d
	movl	%ebp, %ecx
	movq	24(%rsp), %rsi
	movq	32(%rsp), %rdi
	movq	%r12, %r8
	movq	$2, 104(%rsp)
	call	skm_scores_score_people@PLT
	testl	%eax, %eax
	je	.L14
	leaq	.LC11(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L14:
	movq	32(%rsp), %rsi
	leaq	72(%rsp), %rdi
	call	skm_scores_verdicts@PLT
	cmpq	$2, 80(%rsp)
	movq	72(%rsp), %r13
	je	.L15
	leaq	.LC12(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L15:
	cmpq	$1, 88(%rsp)
	je	.L16
	leaq	.LC13(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L16:
	cmpb	$1, 0(%r13)
	je	.L17
	leaq	.LC14(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L17:
	cmpb	$0, 1(%r13)
	je	.L18
	leaq	.LC15(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L18:
	movq	8(%rsp), %rsi
	movq	32(%rsp), %rdi
	xorl	%edx, %edx
	leaq	216(%rsp), %rcx
	call	skm_scores_get@PLT
	testl	%eax, %eax
	je	.L19
	leaq	.LC16(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L19:
	cmpl	$1, 220(%rsp)
	je	.L20
	leaq	.LC17(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L20:
	cmpq	$0, 224(%rsp)
	je	.L21
	leaq	.LC18(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L21:
	cmpq	$0, 232(%rsp)
	je	.L22
	leaq	.LC19(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L22:
	cmpq	$1, 240(%rsp)
	je	.L23
	leaq	.LC20(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L23:
	cmpq	$1, 248(%rsp)
	je	.L24
	leaq	.LC21(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L24:
	cmpq	$1, 256(%rsp)
	je	.L25
	leaq	.LC22(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L25:
	leaq	stop(%rip), %rax
	xorl	%r9d, %r9d
	movq	%r12, %r8
	movl	%ebp, %ecx
	movq	8(%rsp), %rdx
	movq	24(%rsp), %rsi
	movq	%rax, 112(%rsp)
	leaq	40(%rsp), %rax
	movq	32(%rsp), %rdi
	movq	%rax, 120(%rsp)
	call	skm_scores_score_people@PLT
	cmpl	$8, %eax
	je	.L26
	leaq	.LC23(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L26:
	cmpq	$1, 40(%rsp)
	je	.L27
	leaq	.LC24(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L27:
	xorl	%edx, %edx
	leaq	264(%rsp), %rax
	leaq	fields.0(%rip), %r8
	movq	%rax, %rdi
	leaq	.LC25(%rip), %r9
	leaq	.LC0(%rip), %rsi
.L29:
	movq	(%r8,%rdx,8), %rcx
	movq	$-1, 8(%rax)
	movq	%rcx, (%rax)
	cmpq	$3, %rdx
	jne	.L28
	movq	%r9, 16(%rax)
	movl	$4, %edx
	addq	$32, %rax
	movq	%rsi, %rcx
	movq	$-1, -8(%rax)
	movq	%rsi, (%rax)
	movq	$-1, 8(%rax)
.L28:
	incq	%rdx
	movq	%rcx, 16(%rax)
	addq	$32, %rax
	movq	$-1, -8(%rax)
	cmpq	$5, %rdx
	jne	.L29
	leaq	.LC26(%rip), %rax
	xorl	%ecx, %ecx
	orq	$-1, %rdx
	xorl	%r9d, %r9d
	movq	%rdi, 176(%rsp)
	movq	%rbx, %rdi
	leaq	.LC27(%rip), %rsi
	movq	%rax, 192(%rsp)
	movq	$5, 184(%rsp)
	movq	$-1, 200(%rsp)
	pushq	$0
	leaq	24(%rsp), %rax
	pushq	%rax
	leaq	184(%rsp), %r8
	call	skm_roster_read_csv@PLT
	popq	%rdx
	popq	%rcx
	testl	%eax, %eax
	je	.L30
	leaq	.LC28(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L30:
	movq	16(%rsp), %rdi
	xorl	%esi, %esi
	call	skm_roster_own_role_level@PLT
	cmpl	%ebp, %eax
	je	.L31
	leaq	.LC29(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L31:
	movq	16(%rsp), %rdi
	xorl	%esi, %esi
	call	skm_roster_holding_count@PLT
	decl	%eax
	je	.L32
	leaq	.LC30(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L32:
	movq	16(%rsp), %rdi
	xorl	%esi, %esi
	leaq	56(%rsp), %rcx
	movl	$1, %edx
	call	skm_roster_holdings@PLT
	testl	%eax, %eax
	je	.L33
	leaq	.LC31(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L33:
	movl	48(%rsp), %eax
	cmpl	%eax, 56(%rsp)
	je	.L34
	leaq	.LC32(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L34:
	cmpl	$0, 60(%rsp)
	je	.L35
	leaq	.LC33(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L35:
	cmpl	$0, 64(%rsp)
	je	.L36
	leaq	.LC34(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L36:
	cmpl	$0, 68(%rsp)
	je	.L37
	leaq	.LC35(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L37:
	movq	32(%rsp), %rdi
	call	skm_scores_destroy@PLT
	movq	24(%rsp), %rdi
	call	skm_plan_destroy@PLT
	movq	16(%rsp), %rdi
	call	skm_roster_destroy@PLT
	movq	8(%rsp), %rdi
	call	skm_roster_destroy@PLT
	addq	$632, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	ret
	.size	check_batch, .-check_batch
	.section	.rodata.str1.1
.LC36:
	.string	"de"
.LC37:
	.string	"skm_coverage_measure(framework, &options, &coverage, NULL) == SKM_OK"
.LC38:
	.string	"count > 0 && count <= 64"
.LC39:
	.string	"skm_coverage_rows(coverage, 64, rows) == SKM_OK"
.LC40:
	.string	"rows[at].locale == 0"
.LC41:
	.string	"rows[at].exact == 2"
.LC42:
	.string	"rows[at].fallback == 0"
.LC43:
	.string	"rows[at].missing == 0"
.LC44:
	.string	"rows[at].stale == 0"
	.text
	.type	check_coverage, @function
check_coverage:
	pushq	%r13
	xorl	%eax, %eax
	xorl	%edx, %edx
	xorl	%ecx, %ecx
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	subq	$3144, %rsp
	movq	%rax, 56(%rsp)
	leaq	.LC36(%rip), %rax
	leaq	32(%rsp), %rsi
	movq	%rax, 16(%rsp)
	leaq	16(%rsp), %rax
	movq	%rdx, 8(%rsp)
	leaq	8(%rsp), %rdx
	movq	$32, 32(%rsp)
	movq	$-1, 24(%rsp)
	movq	%rax, 40(%rsp)
	movq	$1, 48(%rsp)
	call	skm_coverage_measure@PLT
	testl	%eax, %eax
	je	.L71
	leaq	.LC37(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L71:
	movq	8(%rsp), %rdi
	call	skm_coverage_row_count@PLT
	movl	%eax, %r12d
	leal	-1(%rax), %eax
	cmpl	$63, %eax
	jbe	.L72
	leaq	.LC38(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L72:
	leaq	64(%rsp), %rbx
	movq	8(%rsp), %rdi
	movl	$64, %esi
	movq	%rbx, %rdx
	call	skm_coverage_rows@PLT
	testl	%eax, %eax
	je	.L73
	leaq	.LC39(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L73:
	xorl	%ebp, %ebp
	leaq	.LC41(%rip), %r13
.L74:
	cmpl	%r12d, %ebp
	jnb	.L84
	cmpl	$63, %ebp
	ja	.L84
	cmpl	$4, 4(%rbx)
	jne	.L76
	cmpl	$0, 8(%rbx)
	jne	.L76
	cmpl	$0, (%rbx)
	je	.L78
	leaq	.LC40(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L78:
	cmpq	$2, 16(%rbx)
	je	.L79
	movq	%r13, %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L79:
	cmpq	$0, 24(%rbx)
	je	.L80
	leaq	.LC42(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L80:
	cmpq	$0, 32(%rbx)
	je	.L81
	leaq	.LC43(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L81:
	cmpq	$0, 40(%rbx)
	je	.L76
	leaq	.LC44(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L76:
	incl	%ebp
	addq	$48, %rbx
	jmp	.L74
.L84:
	movq	8(%rsp), %rdi
	call	skm_coverage_destroy@PLT
	addq	$3144, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	ret
	.size	check_coverage, .-check_coverage
	.section	.rodata.str1.1
.LC45:
	.string	"skm_abi_version() == SKM_ABI_VERSION"
.LC46:
	.string	"skm_version() >= SKM_VERSION_NUMBER"
.LC47:
	.string	"is(skm_status_name(names[at].status), names[at].name)"
.LC48:
	.string	"{\"id\": 7,\n  \"skils\": []}"
.LC49:
	.string	"skm_framework_parse(text(\"{\\\"id\\\": 7,\\n  \\\"skils\\\": []}\"), NULL, &framework, &error) == SKM_ERR_INVALID_INPUT"
.LC50:
	.string	"skm_error_status(error) == SKM_ERR_INVALID_INPUT"
.LC51:
	.string	"skm_diagnostics_count(skm_error_diagnostics(error)) == 3"
.LC52:
	.string	"skm_diagnostics_get(skm_error_diagnostics(error), 2, &finding) == SKM_OK"
.LC53:
	.string	"finding.struct_size == sizeof(finding)"
.LC54:
	.string	"finding.code == 1009"
.LC55:
	.string	"finding.severity == SKM_SEVERITY_ERROR"
.LC56:
	.string	"unknown_member"
.LC57:
	.string	"is(finding.name, \"unknown_member\")"
.LC58:
	.string	"finding.message.size > 0"
.LC59:
	.string	"/skils"
.LC60:
	.string	"is(finding.pointer, \"/skils\")"
.LC61:
	.string	"skils"
.LC62:
	.string	"is(finding.value, \"skils\")"
.LC63:
	.string	"skills"
.LC64:
	.string	"is(finding.suggestion, \"skills\")"
.LC65:
	.string	"finding.field.size == 0"
.LC66:
	.string	"finding.line == 2"
.LC67:
	.string	"finding.column == 3"
.LC68:
	.string	"finding.offset == 12"
.LC69:
	.string	"finding.row == 0"
.LC70:
	.string	"{\"a\": 1, \"b\": 2}"
.LC71:
	.string	"skm_framework_parse(text(\"{\\\"a\\\": 1, \\\"b\\\": 2}\"), &options, &framework, &error) == SKM_ERR_INVALID_INPUT"
.LC72:
	.string	"skm_diagnostics_count(skm_error_diagnostics(error)) == 2"
.LC73:
	.string	"skm_framework_parse(text(framework_json), &options, &framework, NULL) == SKM_ERR_INVALID_INPUT"
.LC74:
	.string	"en-toolongsubtag"
.LC75:
	.string	"skm_locale_check(text(\"en-toolongsubtag\"), &problem) == SKM_ERR_INVALID_INPUT"
.LC76:
	.string	"problem.offset == 3"
.LC77:
	.string	"problem.size == 13"
.LC78:
	.string	"problem.detail.size > 0"
.LC79:
	.string	"en"
.LC80:
	.string	"fr"
.LC81:
	.string	"nl"
.LC82:
	.string	"skm_locale_negotiate(text(\"nl\"), 2, tags, text(\"en\"), &options, links, NULL) == SKM_OK"
.LC83:
	.string	"links[0].tag == 1"
.LC84:
	.string	"links[0].source == SKM_TEXT_RELATED"
.LC85:
	.string	"links[1].tag == 0"
.LC86:
	.string	"links[1].source == SKM_TEXT_SOURCE_FALLBACK"
.LC87:
	.string	"ar"
.LC88:
	.string	"skm_locale_direction(text(\"ar\")) == SKM_DIRECTION_RTL"
.LC89:
	.string	"not read: the framework"
.LC90:
	.string	"high"
.LC91:
	.string	"r"
.LC92:
	.string	"none"
.LC93:
	.string	"skm_matrix_find_role_level(matrix, text(\"r\"), text(\"none\")) == SKM_NONE"
.LC94:
	.string	"skm_matrix_requirements(matrix, level, 2, requirements) == SKM_OK"
.LC95:
	.string	"requirements[0].skill == skm_matrix_find_skill(matrix, text(\"sql\")) || requirements[1].skill == skm_matrix_find_skill(matrix, text(\"sql\"))"
.LC96:
	.string	"skm_language_build(text(\"de\"), NULL, SKM_ISOLATES_NEVER, &language, NULL) == SKM_OK"
.LC97:
	.string	"skm_reader_build(matrix, language, NULL, &reader, NULL) == SKM_OK"
.LC98:
	.string	"skm_reader_text(reader, SKM_TITLE_OF_SKILL, skm_matrix_find_skill(matrix, text(\"sql\")), &title) == SKM_OK"
.LC99:
	.string	"Abfragen"
.LC100:
	.string	"is(title.value, \"Abfragen\")"
.LC101:
	.string	"is(title.tag, \"de\")"
.LC102:
	.string	"title.direction == SKM_DIRECTION_LTR"
.LC103:
	.string	"title.source == SKM_TEXT_EXACT"
.LC104:
	.string	"skm_search_index_build(matrix, &index, NULL) == SKM_OK"
.LC105:
	.string	"pyhton"
.LC106:
	.string	"skm_search_index_find(index, reader, text(\"pyhton\"), &options, 1, &hit, &count, NULL) == SKM_OK"
.LC107:
	.string	"count == 1"
.LC108:
	.string	"Python"
.LC109:
	.string	"is(hit.name, \"Python\")"
.LC110:
	.string	"is(hit.tag, \"de\")"
.LC111:
	.string	"hit.kind == SKM_SEARCH_SKILLS"
.LC112:
	.string	"hit.index == skm_matrix_find_skill(matrix, text(\"python\"))"
.LC113:
	.string	"hit.match == SKM_MATCH_TYPING_ERRORS"
.LC114:
	.string	"hit.errors == 1"
.LC115:
	.string	"hit.is_alias == 0"
.LC116:
	.string	"count == 0"
.LC117:
	.string	"skm_profile_parse(text(person_json), NULL, &person, NULL) == SKM_OK"
.LC118:
	.string	"skm_gap_create(&gap, NULL) == SKM_OK"
.LC119:
	.string	"coverage.partial/1"
.LC120:
	.string	"skm_gap_analyze_profile(gap, matrix, person, level, &options, NULL) == SKM_OK"
.LC121:
	.string	"skm_gap_role_level(gap) == level"
.LC122:
	.string	"skm_gap_get_summary(gap, &summary) == SKM_OK"
.LC123:
	.string	"summary.verdict == SKM_VERDICT_NOT_READY"
.LC124:
	.string	"summary.counts.met == 0"
.LC125:
	.string	"summary.counts.exceeded == 0"
.LC126:
	.string	"summary.counts.gap == 1"
.LC127:
	.string	"summary.counts.unknown == 0"
.LC128:
	.string	"summary.counts.expired == 1"
.LC129:
	.string	"summary.lower_numerator == 2"
.LC130:
	.string	"summary.lower_denominator == 3"
.LC131:
	.string	"summary.upper_numerator == 2"
.LC132:
	.string	"summary.upper_denominator == 3"
.LC133:
	.string	"skm_gap_cell_count(gap) == 2"
.LC134:
	.string	"skm_gap_get_cell(gap, at, &cell) == SKM_OK"
.LC135:
	.string	"cell.expected == 3"
.LC136:
	.string	"cell.held == 2"
.LC137:
	.string	"cell.shortfall == 1"
.LC138:
	.string	"cell.weight == 3"
.LC139:
	.string	"cell.state == SKM_CELL_GAP"
.LC140:
	.string	"cell.required == 1"
.LC141:
	.string	"cell.earned == 2 * cell.lost"
.LC142:
	.string	"cell.earned + cell.lost == skm_gap_total(gap)"
.LC143:
	.string	"skm_gap_get_threshold(gap, &threshold) == SKM_OK"
.LC144:
	.string	"threshold.outcome == SKM_THRESHOLD_REACHED"
.LC145:
	.string	"threshold.levels == 1"
.LC146:
	.string	"threshold.threshold_numerator == threshold.threshold_denominator"
.LC147:
	.string	"threshold.lower_numerator == 1"
.LC148:
	.string	"threshold.lower_denominator == 1"
.LC149:
	.string	"skm_gap_threshold_raises(gap, 1, &raise, &count) == SKM_OK"
.LC150:
	.string	"raise.skill == skm_matrix_find_skill(matrix, text(\"sql\"))"
.LC151:
	.string	"raise.from_rank == 2"
.LC152:
	.string	"raise.to_rank == 3"
.LC153:
	.string	"skm_gap_analyze_profile(gap, matrix, person, level, &options, NULL) == SKM_ERR_UNSUPPORTED_OPTION"
.LC154:
	.string	"skm_matches_of_role_levels(matrix, person, &matching, &matches, NULL) == SKM_OK"
.LC155:
	.string	"skm_matches_count(matches) == 1"
.LC156:
	.string	"skm_matches_get(matches, 0, &match) == SKM_OK"
.LC157:
	.string	"match.item == level"
.LC158:
	.string	"match.summary.verdict == SKM_VERDICT_NOT_READY"
.LC159:
	.string	"match.summary.upper_denominator == 3"
	.section	.text.startup,"ax",@progbits
	.globl	main
	.type	main, @function
main:
	pushq	%r15
	xorl	%eax, %eax
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	subq	$520, %rsp
	movq	%rax, 8(%rsp)
	movq	%rax, 16(%rsp)
	call	skm_abi_version@PLT
	decl	%eax
	je	.L96
	leaq	.LC45(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L96:
	call	skm_version@PLT
	cmpl	$999, %eax
	ja	.L97
	leaq	.LC46(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L97:
	leaq	names.5(%rip), %rbx
	leaq	.LC47(%rip), %r12
	leaq	240(%rbx), %rbp
.L99:
	movl	(%rbx), %edi
	movq	8(%rbx), %r13
	call	skm_status_name@PLT
	movq	%rdx, %rsi
	movq	%rax, %rdi
	movq	%r13, %rdx
	call	is
	testl	%eax, %eax
	jne	.L98
	movq	%r12, %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L98:
	addq	$16, %rbx
	cmpq	%rbx, %rbp
	jne	.L99
	xorl	%eax, %eax
	leaq	376(%rsp), %rdi
	xorl	%edx, %edx
	orq	$-1, %rsi
	movq	%rax, 192(%rsp)
	movl	$34, %ecx
	leaq	240(%rsp), %rbp
	leaq	192(%rsp), %rbx
	movq	%rax, 240(%rsp)
	xorl	%eax, %eax
	movq	%rbp, %r8
	rep stosl
	xorl	%eax, %eax
	movq	%rbx, %rcx
	leaq	.LC48(%rip), %rdi
	movq	$144, 368(%rsp)
	movq	$40, 304(%rsp)
	movq	%rax, 312(%rsp)
	movq	%rax, 320(%rsp)
	movq	%rax, 328(%rsp)
	movq	%rax, 336(%rsp)
	call	skm_framework_parse@PLT
	cmpl	$100, %eax
	je	.L100
	leaq	.LC49(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L100:
	movq	240(%rsp), %rdi
	call	skm_error_status@PLT
	cmpl	$100, %eax
	je	.L101
	leaq	.LC50(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L101:
	movq	240(%rsp), %rdi
	call	skm_error_diagnostics@PLT
	movq	%rax, %rdi
	call	skm_diagnostics_count@PLT
	cmpq	$3, %rax
	je	.L102
	leaq	.LC51(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L102:
	movq	240(%rsp), %rdi
	leaq	368(%rsp), %r13
	call	skm_error_diagnostics@PLT
	movq	%r13, %rdx
	movl	$2, %esi
	movq	%rax, %rdi
	call	skm_diagnostics_get@PLT
	testl	%eax, %eax
	je	.L103
	leaq	.LC52(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L103:
	cmpq	$144, 368(%rsp)
	je	.L104
	leaq	.LC53(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L104:
	cmpl	$1009, 376(%rsp)
	je	.L105
	leaq	.LC54(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L105:
	cmpl	$0, 380(%rsp)
	je	.L106
	leaq	.LC55(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L106:
	movq	384(%rsp), %rdi
	movq	392(%rsp), %rsi
	leaq	.LC56(%rip), %rdx
	call	is
	testl	%eax, %eax
	jne	.L107
	leaq	.LC57(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L107:
	cmpq	$0, 408(%rsp)
	jne	.L108
	leaq	.LC58(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L108:
	movq	416(%rsp), %rdi
	movq	424(%rsp), %rsi
	leaq	.LC59(%rip), %rdx
	call	is
	testl	%eax, %eax
	jne	.L109
	leaq	.LC60(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L109:
	movq	432(%rsp), %rdi
	movq	440(%rsp), %rsi
	leaq	.LC61(%rip), %rdx
	call	is
	testl	%eax, %eax
	jne	.L110
	leaq	.LC62(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L110:
	movq	448(%rsp), %rdi
	movq	456(%rsp), %rsi
	leaq	.LC63(%rip), %rdx
	call	is
	testl	%eax, %eax
	jne	.L111
	leaq	.LC64(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L111:
	cmpq	$0, 472(%rsp)
	je	.L112
	leaq	.LC65(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L112:
	cmpq	$2, 480(%rsp)
	je	.L113
	leaq	.LC66(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L113:
	cmpq	$3, 488(%rsp)
	je	.L114
	leaq	.LC67(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L114:
	cmpq	$12, 496(%rsp)
	je	.L115
	leaq	.LC68(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L115:
	cmpq	$0, 504(%rsp)
	je	.L116
	leaq	.LC69(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L116:
	movq	240(%rsp), %rdi
	leaq	304(%rsp), %r12
	call	skm_error_destroy@PLT
	xorl	%eax, %eax
	orq	$-1, %rsi
	movq	%rbp, %r8
	movq	%rbx, %rcx
	movq	%r12, %rdx
	leaq	.LC70(%rip), %rdi
	movq	%rax, 240(%rsp)
	movq	$1, 336(%rsp)
	call	skm_framework_parse@PLT
	cmpl	$100, %eax
	je	.L117
	leaq	.LC71(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L117:
	movq	240(%rsp), %rdi
	call	skm_error_diagnostics@PLT
	movq	%rax, %rdi
	call	skm_diagnostics_count@PLT
	cmpq	$2, %rax
	je	.L118
	leaq	.LC72(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L118:
	movq	240(%rsp), %rdi
	leaq	framework_json(%rip), %r14
	call	skm_error_destroy@PLT
	xorl	%r8d, %r8d
	orq	$-1, %rsi
	movq	%rbx, %rcx
	movq	%r12, %rdx
	movq	%r14, %rdi
	movq	$3, 312(%rsp)
	call	skm_framework_parse@PLT
	cmpl	$100, %eax
	je	.L119
	leaq	.LC73(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L119:
	xorl	%r15d, %r15d
	xorl	%eax, %eax
	orq	$-1, %rsi
	movq	%r13, %rdx
	leaq	.LC74(%rip), %rdi
	movq	%r15, 376(%rsp)
	movq	$40, 368(%rsp)
	movq	%r15, 384(%rsp)
	movq	%r15, 392(%rsp)
	movq	%r15, 400(%rsp)
	movq	$32, 304(%rsp)
	movq	%rax, 312(%rsp)
	movq	%rax, 320(%rsp)
	movq	%rax, 328(%rsp)
	call	skm_locale_check@PLT
	cmpl	$100, %eax
	je	.L120
	leaq	.LC75(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L120:
	cmpq	$3, 376(%rsp)
	je	.L121
	leaq	.LC76(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L121:
	cmpq	$13, 384(%rsp)
	je	.L122
	leaq	.LC77(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L122:
	cmpq	$0, 400(%rsp)
	jne	.L123
	leaq	.LC78(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L123:
	leaq	.LC80(%rip), %rax
	orq	$-1, %r9
	leaq	.LC79(%rip), %r8
	movq	$-1, 248(%rsp)
	movq	%r8, 240(%rsp)
	movq	%rbp, %rcx
	leaq	.LC81(%rip), %rdi
	movl	$2, %edx
	movq	%rax, 256(%rsp)
	orq	$-1, %rsi
	movq	$-1, 264(%rsp)
	movq	%rdi, 192(%rsp)
	movq	$-1, 200(%rsp)
	movq	%rax, 208(%rsp)
	movq	$-1, 216(%rsp)
	movq	%rbx, 312(%rsp)
	movq	$1, 320(%rsp)
	pushq	%r11
	pushq	$0
	leaq	160(%rsp), %r15
	pushq	%r15
	pushq	%r12
	call	skm_locale_negotiate@PLT
	addq	$32, %rsp
	testl	%eax, %eax
	je	.L124
	leaq	.LC82(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L124:
	cmpl	$1, 144(%rsp)
	je	.L125
	leaq	.LC83(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L125:
	cmpl	$3, 148(%rsp)
	je	.L126
	leaq	.LC84(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L126:
	cmpl	$0, 152(%rsp)
	je	.L127
	leaq	.LC85(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L127:
	cmpl	$5, 156(%rsp)
	je	.L128
	leaq	.LC86(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L128:
	orq	$-1, %rsi
	leaq	.LC87(%rip), %rdi
	call	skm_locale_direction@PLT
	cmpl	$2, %eax
	je	.L129
	leaq	.LC88(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L129:
	xorl	%r8d, %r8d
	xorl	%edx, %edx
	orq	$-1, %rsi
	movq	%r14, %rdi
	leaq	8(%rsp), %rcx
	call	skm_framework_parse@PLT
	testl	%eax, %eax
	je	.L130
.L132:
	leaq	.LC89(%rip), %rdi
	call	puts@PLT
	movl	$1, %eax
	jmp	.L95
.L130:
	movq	8(%rsp), %rdi
	xorl	%edx, %edx
	leaq	16(%rsp), %rsi
	call	skm_matrix_build@PLT
	testl	%eax, %eax
	jne	.L132
	movq	16(%rsp), %rdi
	leaq	.LC91(%rip), %rbp
	orq	$-1, %r8
	orq	$-1, %rdx
	leaq	.LC90(%rip), %rcx
	movq	%rbp, %rsi
	call	skm_matrix_find_role_level@PLT
	orq	$-1, %r8
	orq	$-1, %rdx
	movq	%rbp, %rsi
	movq	16(%rsp), %rdi
	leaq	.LC92(%rip), %rcx
	movl	%eax, %ebx
	call	skm_matrix_find_role_level@PLT
	incl	%eax
	je	.L133
	leaq	.LC93(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L133:
	movq	16(%rsp), %rdi
	leaq	64(%rsp), %rcx
	movl	$2, %edx
	movl	%ebx, %esi
	call	skm_matrix_requirements@PLT
	testl	%eax, %eax
	je	.L134
	leaq	.LC94(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L134:
	leaq	.LC1(%rip), %r14
	movq	16(%rsp), %rdi
	movl	64(%rsp), %ebp
	orq	$-1, %rdx
	movq	%r14, %rsi
	call	skm_matrix_find_skill@PLT
	cmpl	%eax, %ebp
	je	.L136
	movq	16(%rsp), %rdi
	movl	80(%rsp), %ebp
	orq	$-1, %rdx
	movq	%r14, %rsi
	call	skm_matrix_find_skill@PLT
	cmpl	%eax, %ebp
	je	.L136
	leaq	.LC95(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L136:
	xorl	%r8d, %r8d
	xorl	%r9d, %r9d
	leaq	.LC36(%rip), %r13
	xorl	%r10d, %r10d
	movq	%r8, 104(%rsp)
	xorl	%edx, %edx
	orq	$-1, %rsi
	movl	$2, %ecx
	movq	%r8, 144(%rsp)
	movq	%r13, %rdi
	movq	16(%rsp), %rbp
	movq	%r8, 192(%rsp)
	leaq	104(%rsp), %r8
	movq	%r9, 248(%rsp)
	movq	%r9, 256(%rsp)
	xorl	%r9d, %r9d
	movq	$24, 240(%rsp)
	movl	%r10d, 52(%rsp)
	call	skm_language_build@PLT
	testl	%eax, %eax
	je	.L138
	leaq	.LC96(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L138:
	movq	104(%rsp), %rsi
	xorl	%r8d, %r8d
	xorl	%edx, %edx
	movq	%r15, %rcx
	movq	%rbp, %rdi
	call	skm_reader_build@PLT
	testl	%eax, %eax
	je	.L139
	leaq	.LC97(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L139:
	orq	$-1, %rdx
	movq	%r14, %rsi
	movq	%rbp, %rdi
	call	skm_matrix_find_skill@PLT
	movq	144(%rsp), %rdi
	movq	%r12, %rcx
	movl	$2, %esi
	movl	%eax, %edx
	call	skm_reader_text@PLT
	testl	%eax, %eax
	je	.L140
	leaq	.LC98(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L140:
	movq	304(%rsp), %rdi
	movq	312(%rsp), %rsi
	leaq	.LC99(%rip), %rdx
	call	is
	testl	%eax, %eax
	jne	.L141
	leaq	.LC100(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L141:
	movq	320(%rsp), %rdi
	movq	328(%rsp), %rsi
	movq	%r13, %rdx
	call	is
	testl	%eax, %eax
	jne	.L142
	leaq	.LC101(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L142:
	cmpl	$1, 336(%rsp)
	je	.L143
	leaq	.LC102(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L143:
	cmpl	$1, 340(%rsp)
	je	.L144
	leaq	.LC103(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L144:
	xorl	%edx, %edx
	leaq	192(%rsp), %rsi
	movq	%rbp, %rdi
	call	skm_search_index_build@PLT
	testl	%eax, %eax
	je	.L145
	leaq	.LC104(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L145:
	movabsq	$4294967297, %rax
	movl	$1, %r9d
	orq	$-1, %rcx
	movl	$1, 256(%rsp)
	movq	%rax, 248(%rsp)
	leaq	240(%rsp), %r12
	leaq	.LC105(%rip), %rdx
	pushq	%rdi
	movq	%r12, %r8
	pushq	$0
	leaq	68(%rsp), %r15
	pushq	%r15
	leaq	392(%rsp), %r14
	pushq	%r14
	movq	176(%rsp), %rsi
	movq	224(%rsp), %rdi
	call	skm_search_index_find@PLT
	addq	$32, %rsp
	testl	%eax, %eax
	je	.L146
	leaq	.LC106(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L146:
	cmpl	$1, 52(%rsp)
	je	.L147
	leaq	.LC107(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L147:
	movq	368(%rsp), %rdi
	movq	376(%rsp), %rsi
	leaq	.LC108(%rip), %rdx
	call	is
	testl	%eax, %eax
	jne	.L148
	leaq	.LC109(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L148:
	movq	384(%rsp), %rdi
	movq	392(%rsp), %rsi
	movq	%r13, %rdx
	call	is
	testl	%eax, %eax
	jne	.L149
	leaq	.LC110(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	call	printf@PLT
	incl	failures(%rip)
.L149:
	cmpl	$1, 400(%rsp)
	je	.L150
	leaq	.LC111(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L150:
	movl	404(%rsp), %r13d
	orq	$-1, %rdx
	leaq	.LC2(%rip), %rsi
	movq	%rbp, %rdi
	call	skm_matrix_find_skill@PLT
	cmpl	%eax, %r13d
	je	.L151
	leaq	.LC112(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L151:
	cmpl	$4, 408(%rsp)
	je	.L152
	leaq	.LC113(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L152:
	cmpl	$1, 412(%rsp)
	je	.L153
	leaq	.LC114(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L153:
	cmpl	$0, 416(%rsp)
	je	.L154
	leaq	.LC115(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L154:
	movl	$1, %r9d
	movq	%r12, %r8
	orq	$-1, %rcx
	movl	$-1, 256(%rsp)
	pushq	%rsi
	leaq	.LC105(%rip), %rdx
	pushq	$0
	pushq	%r15
	pushq	%r14
	movq	176(%rsp), %rsi
	movq	224(%rsp), %rdi
	call	skm_search_index_find@PLT
	addq	$32, %rsp
	testl	%eax, %eax
	je	.L155
	leaq	.LC106(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L155:
	cmpl	$0, 52(%rsp)
	je	.L156
	leaq	.LC116(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L156:
	movq	192(%rsp), %rdi
	call	skm_search_index_destroy@PLT
	movq	144(%rsp), %rdi
	call	skm_reader_destroy@PLT
	movq	104(%rsp), %rdi
	call	skm_language_destroy@PLT
	xorl	%eax, %eax
	movl	$12, %ecx
	xorl	%edx, %edx
	movq	%rax, 24(%rsp)
	leaq	248(%rsp), %rdi
	xorl	%r8d, %r8d
	orq	$-1, %rsi
	movq	%rax, 32(%rsp)
	xorl	%eax, %eax
	movq	16(%rsp), %rbp
	rep stosl
	leaq	200(%rsp), %rdi
	movl	$10, %ecx
	movq	%rdx, 40(%rsp)
	rep stosl
	xorl	%ecx, %ecx
	xorl	%edx, %edx
	leaq	person_json(%rip), %rdi
	movl	%ecx, 4(%rsp)
	leaq	24(%rsp), %rcx
	movq	$56, 240(%rsp)
	movq	$48, 192(%rsp)
	call	skm_profile_parse@PLT
	testl	%eax, %eax
	je	.L157
	leaq	.LC117(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L157:
	xorl	%esi, %esi
	leaq	32(%rsp), %rdi
	call	skm_gap_create@PLT
	testl	%eax, %eax
	je	.L158
	leaq	.LC118(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L158:
	leaq	.LC119(%rip), %rax
	xorl	%r9d, %r9d
	movq	%r12, %r8
	movl	%ebx, %ecx
	movq	24(%rsp), %rdx
	movq	32(%rsp), %rdi
	movq	%rax, 248(%rsp)
	movq	%rbp, %rsi
	movabsq	$12905161989, %rax
	movq	$-1, 256(%rsp)
	movq	%rax, 264(%rsp)
	movq	$1, 280(%rsp)
	movq	$1, 288(%rsp)
	call	skm_gap_analyze_profile@PLT
	testl	%eax, %eax
	je	.L159
	leaq	.LC120(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L159:
	movq	32(%rsp), %rdi
	call	skm_gap_role_level@PLT
	cmpl	%eax, %ebx
	je	.L160
	leaq	.LC121(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L160:
	movq	32(%rsp), %rdi
	leaq	304(%rsp), %rsi
	call	skm_gap_get_summary@PLT
	testl	%eax, %eax
	je	.L161
	leaq	.LC122(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L161:
	cmpl	$2, 304(%rsp)
	je	.L162
	leaq	.LC123(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L162:
	cmpl	$0, 308(%rsp)
	je	.L163
	leaq	.LC124(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L163:
	cmpl	$0, 312(%rsp)
	je	.L164
	leaq	.LC125(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L164:
	cmpl	$1, 316(%rsp)
	je	.L165
	leaq	.LC126(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L165:
	cmpl	$0, 320(%rsp)
	je	.L166
	leaq	.LC127(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L166:
	cmpl	$1, 324(%rsp)
	je	.L167
	leaq	.LC128(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L167:
	cmpq	$2, 328(%rsp)
	je	.L168
	leaq	.LC129(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L168:
	cmpq	$3, 336(%rsp)
	je	.L169
	leaq	.LC130(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L169:
	cmpq	$2, 344(%rsp)
	je	.L170
	leaq	.LC131(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L170:
	cmpq	$3, 352(%rsp)
	je	.L171
	leaq	.LC132(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L171:
	movq	32(%rsp), %rdi
	call	skm_gap_cell_count@PLT
	cmpl	$2, %eax
	je	.L172
	leaq	.LC133(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L172:
	xorl	%r12d, %r12d
	leaq	.LC1(%rip), %r13
.L184:
	movq	32(%rsp), %rdi
	leaq	144(%rsp), %rdx
	movl	%r12d, %esi
	call	skm_gap_get_cell@PLT
	testl	%eax, %eax
	je	.L173
	leaq	.LC134(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L173:
	movl	148(%rsp), %r14d
	orq	$-1, %rdx
	movq	%r13, %rsi
	movq	%rbp, %rdi
	call	skm_matrix_find_skill@PLT
	cmpl	%eax, %r14d
	jne	.L175
	cmpl	$3, 152(%rsp)
	je	.L176
	leaq	.LC135(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L176:
	cmpl	$2, 156(%rsp)
	je	.L177
	leaq	.LC136(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L177:
	cmpl	$1, 160(%rsp)
	je	.L178
	leaq	.LC137(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L178:
	cmpl	$3, 164(%rsp)
	je	.L179
	leaq	.LC138(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L179:
	cmpl	$2, 168(%rsp)
	je	.L180
	leaq	.LC139(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L180:
	cmpl	$1, 172(%rsp)
	je	.L181
	leaq	.LC140(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L181:
	movq	184(%rsp), %rax
	addq	%rax, %rax
	cmpq	%rax, 176(%rsp)
	je	.L182
	leaq	.LC141(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L182:
	movq	32(%rsp), %rdi
	movq	184(%rsp), %r14
	addq	176(%rsp), %r14
	call	skm_gap_total@PLT
	cmpq	%rax, %r14
	je	.L175
	leaq	.LC142(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L175:
	testl	%r12d, %r12d
	jne	.L299
	movl	$1, %r12d
	jmp	.L184
.L299:
	movq	32(%rsp), %rdi
	leaq	104(%rsp), %rsi
	call	skm_gap_get_threshold@PLT
	testl	%eax, %eax
	je	.L185
	leaq	.LC143(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L185:
	cmpl	$0, 104(%rsp)
	je	.L186
	leaq	.LC144(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L186:
	cmpl	$1, 108(%rsp)
	je	.L187
	leaq	.LC145(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L187:
	movq	120(%rsp), %rax
	cmpq	%rax, 112(%rsp)
	je	.L188
	leaq	.LC146(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L188:
	cmpq	$1, 128(%rsp)
	je	.L189
	leaq	.LC147(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L189:
	cmpq	$1, 136(%rsp)
	je	.L190
	leaq	.LC148(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L190:
	movq	32(%rsp), %rdi
	leaq	4(%rsp), %rcx
	leaq	52(%rsp), %rdx
	movl	$1, %esi
	call	skm_gap_threshold_raises@PLT
	testl	%eax, %eax
	je	.L191
	leaq	.LC149(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L191:
	cmpl	$1, 4(%rsp)
	je	.L192
	leaq	.LC107(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L192:
	movl	52(%rsp), %r12d
	orq	$-1, %rdx
	movq	%r13, %rsi
	movq	%rbp, %rdi
	call	skm_matrix_find_skill@PLT
	cmpl	%eax, %r12d
	je	.L193
	leaq	.LC150(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L193:
	cmpl	$2, 56(%rsp)
	je	.L194
	leaq	.LC151(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L194:
	cmpl	$3, 60(%rsp)
	je	.L195
	leaq	.LC152(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L195:
	movq	24(%rsp), %rdx
	movq	32(%rsp), %rdi
	xorl	%r9d, %r9d
	movl	%ebx, %ecx
	leaq	240(%rsp), %r8
	movq	%rbp, %rsi
	movl	$99, 268(%rsp)
	call	skm_gap_analyze_profile@PLT
	cmpl	$5, %eax
	je	.L196
	leaq	.LC153(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L196:
	movq	24(%rsp), %rsi
	xorl	%r8d, %r8d
	leaq	40(%rsp), %rcx
	movq	%rbp, %rdi
	leaq	192(%rsp), %rdx
	movl	$20260101, 216(%rsp)
	movq	$1, 232(%rsp)
	call	skm_matches_of_role_levels@PLT
	testl	%eax, %eax
	je	.L197
	leaq	.LC154(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L197:
	movq	40(%rsp), %rdi
	call	skm_matches_count@PLT
	decl	%eax
	je	.L198
	leaq	.LC155(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L198:
	movq	40(%rsp), %rdi
	xorl	%esi, %esi
	leaq	368(%rsp), %rdx
	call	skm_matches_get@PLT
	testl	%eax, %eax
	je	.L199
	leaq	.LC156(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L199:
	cmpl	368(%rsp), %ebx
	je	.L200
	leaq	.LC157(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L200:
	cmpl	$2, 376(%rsp)
	je	.L201
	leaq	.LC158(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L201:
	cmpq	$3, 424(%rsp)
	je	.L202
	leaq	.LC159(%rip), %rsi
	leaq	.LC4(%rip), %rdi
	xorl	%eax, %eax
	call	printf@PLT
	incl	failures(%rip)
.L202:
	movq	40(%rsp), %rdi
	call	skm_matches_destroy@PLT
	movq	32(%rsp), %rdi
	call	skm_gap_destroy@PLT
	movq	24(%rsp), %rdi
	call	skm_profile_destroy@PLT
	movq	16(%rsp), %rdi
	movl	%ebx, %esi
	call	check_batch
	movq	8(%rsp), %rdi
	call	check_coverage
	movq	16(%rsp), %rdi
	call	skm_matrix_destroy@PLT
	movq	8(%rsp), %rdi
	call	skm_framework_destroy@PLT
	xorl	%eax, %eax
	cmpl	$0, failures(%rip)
	setne	%al
.L95:
	addq	$520, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.size	main, .-main
	.section	.rodata.str1.1
.LC160:
	.string	"person"
.LC161:
	.string	"role"
.LC162:
	.string	"level"
.LC163:
	.string	"skill"
	.section	.data.rel.ro.local,"aw"
	.align 32
	.type	fields.0, @object
	.size	fields.0, 40
fields.0:
	.quad	.LC160
	.quad	.LC161
	.quad	.LC162
	.quad	.LC163
	.quad	.LC0
	.section	.rodata
	.type	ranks.1, @object
	.size	ranks.1, 2
ranks.1:
	.ascii	"\003\001"
	.align 8
	.type	people.2, @object
	.size	people.2, 8
people.2:
	.long	1
	.long	1
	.align 8
	.type	offsets.3, @object
	.size	offsets.3, 12
offsets.3:
	.long	0
	.long	1
	.long	2
	.type	ids.4, @object
	.size	ids.4, 3
ids.4:
	.string	"ab"
	.section	.rodata.str1.1
.LC164:
	.string	"SKM_OK"
.LC165:
	.string	"SKM_ERR_INVALID_ARGUMENT"
.LC166:
	.string	"SKM_ERR_WRONG_HANDLE"
.LC167:
	.string	"SKM_ERR_OUT_OF_RANGE"
.LC168:
	.string	"SKM_ERR_UNKNOWN_NAME"
.LC169:
	.string	"SKM_ERR_UNSUPPORTED_OPTION"
.LC170:
	.string	"SKM_ERR_ENCODING"
.LC171:
	.string	"SKM_ERR_CANCELLED"
.LC172:
	.string	"SKM_ERR_CALLBACK"
.LC173:
	.string	"SKM_ERR_INVALID_INPUT"
.LC174:
	.string	"SKM_ERR_BAD_FILE"
.LC175:
	.string	"SKM_ERR_OTHER_MATRIX"
.LC176:
	.string	"SKM_ERR_OUT_OF_MEMORY"
.LC177:
	.string	"SKM_ERR_FILE"
.LC178:
	.string	"SKM_ERR_INTERNAL"
	.section	.data.rel.ro.local
	.align 32
	.type	names.5, @object
	.size	names.5, 240
names.5:
	.long	0
	.zero	4
	.quad	.LC164
	.long	1
	.zero	4
	.quad	.LC165
	.long	2
	.zero	4
	.quad	.LC166
	.long	3
	.zero	4
	.quad	.LC167
	.long	4
	.zero	4
	.quad	.LC168
	.long	5
	.zero	4
	.quad	.LC169
	.long	6
	.zero	4
	.quad	.LC170
	.long	7
	.zero	4
	.quad	.LC171
	.long	8
	.zero	4
	.quad	.LC172
	.long	100
	.zero	4
	.quad	.LC173
	.long	101
	.zero	4
	.quad	.LC174
	.long	102
	.zero	4
	.quad	.LC175
	.long	200
	.zero	4
	.quad	.LC176
	.long	300
	.zero	4
	.quad	.LC177
	.long	399
	.zero	4
	.quad	.LC178
	.section	.rodata
	.align 32
	.type	person_json, @object
	.size	person_json, 203
person_json:
	.string	"{\"schema\": \"skillmatrix.profile/1\", \"id\": \"p\", \"name\": \"P\", \"role\": \"r\", \"level\": \"high\", \"ratings\": [{\"skill\": \"sql\", \"level\": \"middle\"},  {\"skill\": \"python\", \"level\": \"low\", \"expires\": \"2020-01-31\"}]}"
	.align 32
	.type	framework_json, @object
	.size	framework_json, 656
framework_json:
	.ascii	"{\"schema\": \"skillmatrix.framework/1\", \"id\": \"f\", \"v"
	.ascii	"ersion\": \"1\", \"default_locale\": \"en\", \"scales\": [{\""
	.ascii	"id\": \"s\", \"levels\": [{\"id\": \"low\"}, {\"id\": \"midd"
	.ascii	"le\"}, {\"id\": \"high\"}]}], \"skills\": [{\"id\": \"python"
	.ascii	"\", \"scale\": \"s\", \"title\": {\"en\": \"Python\", \"de\""
	.ascii	": \"Python\"}},  {\"id\": \"sql\", \"scale\": \"s\", \"title"
	.ascii	"\": {\"en\": \"Queries\", \"de\": \"Abfragen\"}}], \"roles\""
	.ascii	": [{\"id\": \"r\", \"ladder\": \"s\", \"title\": {\"en\": \""
	.ascii	"Role\"}}"
	.string	"], \"expectations\": [  {\"role\": \"r\", \"level\": \"high\", \"skill\": \"sql\",   \"requirement\": {\"necessity\": \"required\", \"level\": \"high\", \"weight\": 3}},  {\"role\": \"r\", \"level\": \"high\", \"skill\": \"python\",   \"requirement\": {\"necessity\": \"optional\", \"level\": \"low\"}}]}"
	.local	failures
	.comm	failures,4,4
	.section	.note.GNU-stack,"",@progbits
