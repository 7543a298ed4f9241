//! `needs!`: lists of what a program relies on.
//!
//! All of it could be done by `macro_rules!`, except that each need knows its own line: the code that is made for a need
//! has the span of the need's first token.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

/// Expands the path of `xen-support`, a semicolon, and the lists.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut tokens = Tokens::new(input);
    let krate = tokens.until(|token| is_punct(token, ';')).into_iter().collect::<TokenStream>();
    tokens.next();
    let mut output = TokenStream::new();
    loop {
        match List::parse(&mut tokens) {
            Ok(Some(list)) => output.extend(list.expand(&krate)),
            Ok(None) => return output,
            Err(error) => {
                output.extend(error.into_compile_error());
                return output;
            }
        }
    }
}

/// A mistake in what the macro was given.
struct Error {
    span: Span,
    message: &'static str,
}

impl Error {
    fn into_compile_error(self) -> TokenStream {
        let Self { span, message } = self;
        quote_spanned! { span=> ::core::compile_error!(#message); }
    }
}

const LIST: &str =
    "expected a list of needs, as in `const NEEDS: Needs { \"x86/PVH\", \"domU\" is security_supported; }`";
const NEED: &str = "a need is a feature and a requirement, as in `\"x86/PVH\", \"domU\" is security_supported`, or another \
                    list, as in `all of OTHERS`";
const REASON: &str = "expected the reason after `because`, as in `because \"guests are PVH\"`";
const OTHERS: &str = "expected a list of needs after `all of`, as in `all of OTHERS`";

/// Tokens, of which the next can be looked at.
struct Tokens {
    rest: std::iter::Peekable<proc_macro2::token_stream::IntoIter>,
    /// The last that was taken.
    last: Span,
}

impl Tokens {
    fn new(tokens: TokenStream) -> Self {
        Self { rest: tokens.into_iter().peekable(), last: Span::call_site() }
    }

    fn peek(&mut self) -> Option<&TokenTree> {
        self.rest.peek()
    }

    fn next(&mut self) -> Option<TokenTree> {
        let token = self.rest.next();
        self.last = token.as_ref().map_or(self.last, TokenTree::span);
        token
    }

    /// The tokens before the first one that is meant, or all.
    fn until(&mut self, is_end: impl Fn(&TokenTree) -> bool) -> Vec<TokenTree> {
        let mut taken = Vec::new();
        while self.peek().is_some_and(|token| !is_end(token)) {
            taken.extend(self.next());
        }
        taken
    }

    /// The attributes that stand here, documentation among them.
    fn attributes(&mut self) -> Vec<TokenTree> {
        let mut attributes = Vec::new();
        while self.peek().is_some_and(|token| is_punct(token, '#')) {
            attributes.extend(self.next());
            attributes.extend(self.next());
        }
        attributes
    }

    /// The place of the next token, or of the last one if there is none.
    fn here(&mut self) -> Span {
        let last = self.last;
        self.peek().map_or(last, TokenTree::span)
    }

    /// The mistake that stands here.
    fn error<T>(&mut self, message: &'static str) -> Result<T, Error> {
        Err(Error { span: self.here(), message })
    }
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

/// `/// …  pub const NEEDS: Needs { … }`.
struct List {
    attributes: Vec<TokenTree>,
    visibility: Vec<TokenTree>,
    name: Ident,
    of: TokenStream,
    items: Vec<Item>,
}

impl List {
    /// The next list; `None` at the end.
    fn parse(tokens: &mut Tokens) -> Result<Option<Self>, Error> {
        let attributes = tokens.attributes();
        if tokens.peek().is_none() && attributes.is_empty() {
            return Ok(None);
        }
        let visibility = tokens.until(|token| !is_word(token, "pub") && !matches!(token, TokenTree::Group(_)));
        let Some(TokenTree::Ident(_)) = tokens.peek().filter(|token| is_word(token, "const")) else {
            return tokens.error(LIST);
        };
        tokens.next();
        let Some(TokenTree::Ident(name)) = tokens.peek().cloned() else { return tokens.error(LIST) };
        tokens.next();
        if !tokens.peek().is_some_and(|token| is_punct(token, ':')) {
            return tokens.error(LIST);
        }
        tokens.next();
        let is_body =
            |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        let of: TokenStream = tokens.until(is_body).into_iter().collect();
        let Some(TokenTree::Group(body)) = tokens.peek().cloned() else { return tokens.error(LIST) };
        if of.is_empty() {
            return tokens.error(LIST);
        }
        tokens.next();
        Ok(Some(Self { attributes, visibility, name, of, items: Item::parse_all(&body)? }))
    }

    fn expand(&self, krate: &TokenStream) -> TokenStream {
        let Self { attributes, visibility, name, of, items } = self;
        let (attributes, visibility) = (attributes.iter(), visibility.iter());
        let contents = self.contents();
        let value = if items.iter().any(|item| matches!(item, Item::All(_))) {
            let lists = items.iter().map(|item| match item {
                Item::Need(need) => {
                    let need = need.expand(krate);
                    quote! { <#of>::of(&[#need]) }
                }
                Item::All(list) => list.clone(),
            });
            quote! {
                const LISTS: &[#of] = &[#(#lists),*];
                const TOTAL: usize = <#of>::total(LISTS);
                const JOINED: [<#of as ::core::iter::IntoIterator>::Item; TOTAL] = <#of>::joined(LISTS);
                <#of>::of(&JOINED)
            }
        } else {
            let needs = items.iter().filter_map(|item| match item {
                Item::Need(need) => Some(need.expand(krate)),
                Item::All(_) => None,
            });
            quote! { <#of>::of(&[#(#needs),*]) }
        };
        quote! {
            #(#attributes)*
            #contents
            #(#visibility)* const #name: #of = {
                #[allow(unused_imports, reason = "a list need not name features in each way")]
                use #krate::data::{Feature as __Feature, Named as __Named, Need as __Need};
                #value
            };
        }
    }

    /// The needs, for the documentation of the constant.
    fn contents(&self) -> TokenStream {
        let lines = self.items.iter().flat_map(Item::documentation);
        let lines = lines.map(|line| {
            let line = Literal::string(&line);
            quote! { #[doc = #line] }
        });
        quote! { #[doc = ""] #(#lines)* }
    }
}

/// What stands in a list.
enum Item {
    Need(Need),
    /// `all of OTHERS`: another list.
    All(TokenStream),
}

/// `"x86/PVH", "domU" is security_supported because "…"`.
struct Need {
    documentation: Vec<String>,
    feature: TokenStream,
    requirement: TokenStream,
    reason: Option<TokenStream>,
    span: Span,
}

impl Item {
    fn parse_all(body: &Group) -> Result<Vec<Self>, Error> {
        let mut tokens = Tokens::new(body.stream());
        tokens.last = body.span_close();
        let mut items = Vec::new();
        while tokens.peek().is_some() {
            items.push(Self::parse(&mut tokens)?);
            tokens.next();
        }
        Ok(items)
    }

    /// The item up to its semicolon.
    fn parse(tokens: &mut Tokens) -> Result<Self, Error> {
        let documentation = documentation(&tokens.attributes());
        let span = tokens.here();
        let is_end = |token: &TokenTree| is_punct(token, ';');
        let feature = tokens.until(|token| is_end(token) || is_word(token, "is"));
        if let [all, of, list @ ..] = &*feature {
            if is_word(all, "all") && is_word(of, "of") {
                return match (list, tokens.peek()) {
                    ([_, ..], None) => Ok(Self::All(list.iter().cloned().collect())),
                    ([_, ..], Some(end)) if is_end(end) => Ok(Self::All(list.iter().cloned().collect())),
                    _ => tokens.error(OTHERS),
                };
            }
        }
        if feature.is_empty() || !tokens.peek().is_some_and(|token| is_word(token, "is")) {
            return Err(Error { span, message: NEED });
        }
        tokens.next();
        let requirement = tokens.until(|token| is_end(token) || is_word(token, "because"));
        if requirement.is_empty() {
            return tokens.error(NEED);
        }
        let reason = match tokens.peek().filter(|token| is_word(token, "because")) {
            None => None,
            Some(_) => {
                tokens.next();
                let reason = tokens.until(is_end);
                if reason.is_empty() {
                    return tokens.error(REASON);
                }
                Some(reason.into_iter().collect())
            }
        };
        let (feature, requirement) = (feature.into_iter().collect(), requirement.into_iter().collect());
        Ok(Self::Need(Need { documentation, feature, requirement, reason, span }))
    }

    /// The item of a list in Markdown.
    fn documentation(&self) -> Vec<String> {
        match self {
            Self::All(list) => vec![format!("- all of {}", code(list))],
            Self::Need(Need { documentation, feature, requirement, .. }) => {
                let need = format!("- {} is {}", code(feature), code(requirement));
                let end = if documentation.is_empty() { "" } else { ":" };
                let rest = documentation.iter().map(|line| format!("  {}", line.trim()));
                [need + end].into_iter().chain(rest).collect()
            }
        }
    }
}

impl Need {
    /// The need's place is that of the call, and an error of its feature points at the call. So all of a call must have the
    /// span of the need, also its path, which is why none begins with the path of xen-support.
    fn expand(&self, krate: &TokenStream) -> TokenStream {
        let Self { feature, requirement, reason, span, .. } = self;
        let mut parts = feature.clone().into_iter();
        let title: TokenStream = parts.by_ref().take_while(|token| !is_punct(token, ',')).collect();
        let implementation: TokenStream = parts.collect();
        let feature = if implementation.is_empty() {
            quote_spanned! { *span=> __Named(#title).feature() }
        } else {
            quote_spanned! { *span=> __Feature::named(#title, #implementation) }
        };
        let requirement = quote! { #krate::__requirement!(#requirement) };
        let because = reason.as_ref().map(|reason| quote_spanned! { *span=> .because(#reason) });
        quote_spanned! { *span=> __Need::new(#feature, #requirement) #because }
    }
}

/// The texts of the documentation among attributes.
fn documentation(attributes: &[TokenTree]) -> Vec<String> {
    let texts = attributes.iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream().into_iter().collect::<Vec<_>>()),
        _ => None,
    });
    let texts = texts.filter_map(|tokens| match &*tokens {
        [name, equals, TokenTree::Literal(text)] if is_word(name, "doc") && is_punct(equals, '=') => {
            syn::parse2::<syn::LitStr>(text.to_token_stream()).ok()
        }
        _ => None,
    });
    texts.map(|text| text.value()).collect()
}

/// Tokens as code in Markdown.
fn code(tokens: &TokenStream) -> String {
    let text = tokens.to_string().replace(" :: ", "::").replace(" ,", ",");
    format!("`` {text} ``")
}
