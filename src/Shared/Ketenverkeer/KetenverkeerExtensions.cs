using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer.Transport;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Registers the message traffic with one chain partner.</summary>
public static class KetenverkeerExtensions
{
    /// <summary>
    /// Registers the message traffic with the partner: the outgoing post over the configured transport, the intake, and the implementations
    /// of <see cref="IBijKetenbericht{T}"/>, <see cref="IBijOpgegeven"/> and <see cref="IBijCorrectie"/> in the context's assembly. The
    /// service's <c>OnModelCreating</c> calls <c>MetKetenverkeer</c>.
    /// </summary>
    /// <remarks>
    /// Settings under <c>Partners:{partner}</c>: <c>Transport</c> is <c>https</c> (default: the XML itself), <c>ggk</c> (SOAP with a
    /// StUF-GGk 2.1 envelope) or <c>map</c>. The first two need <c>Adres</c>, and have the settings of <see cref="Certificaten"/>.
    /// <c>map</c> needs <c>Map:Uit</c> and <c>Map:In</c>; <c>Map:Peiling</c> is how often the latter is read (default five seconds).
    /// <see cref="Verkeersregels"/> has the settings that hold for every transport.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="partner">Ggk, Svb or Cak.</param>
    /// <exception cref="InvalidOperationException">The transport is missing or wrong in the settings.</exception>
    public static void AddKetenverkeer<TDb>(this IHostApplicationBuilder builder, string partner) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        var regels = builder.Configuration.GetSection($"Partners:{partner}").Get<Verkeersregels>() ?? new();
        builder.Services.AddSingleton(regels.Controleer(partner));
        builder.AddTransport(partner, $"Partners:{partner}", regels);
        var klassen = typeof(TDb).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }).ToArray();
        var bij = klassen.SelectMany(k => k.GetInterfaces().Where(i => i.IsGenericType
            && i.GetGenericTypeDefinition() == typeof(IBijKetenbericht<>)).Select(i => (Dienst: i, Klasse: k))).ToArray();
        foreach (var (dienst, klasse) in bij) builder.Services.AddScoped(dienst, klasse);
        foreach (var dienst in new[] { typeof(IBijOpgegeven), typeof(IBijCorrectie) })
            foreach (var klasse in klassen.Where(k => k.IsAssignableTo(dienst))) builder.Services.AddScoped(dienst, klasse);
        var namen = bij.Select(b => b.Dienst.GetGenericArguments()[0].Name.ToUpperInvariant()).ToHashSet();
        builder.Services.AddSingleton(new Ketenpartner(partner, [.. Berichtsoort.Alle.Where(s => namen.Contains(s.Naam))]));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<KetenverzenderWekker>().AddSingleton<Mislukkingen>()
            .AddScoped<Ketenpost>().AddScoped<Postontvangst>().AddScoped<Binnenkomst>().AddScoped<Aanleiding>()
            .AddScoped<Berichtherstel>().AddScoped<IRenewable, Berichtkenmerken>();
        builder.Services.AddHostedService<Ketenverzender<TDb>>();
        builder.Services.AddHostedService<Ketenmeting<TDb>>();
    }

    private static void AddTransport(this IHostApplicationBuilder builder, string partner, string sectie, Verkeersregels regels)
    {
        var instellingen = builder.Configuration;
        switch (instellingen[$"{sectie}:Transport"] ?? "https")
        {
            case "https":
                builder.AddVerbinding(partner, sectie, regels);
                builder.Services.AddSingleton<ITransport, Verbinding>();
                break;
            case "ggk":
                var gemeente = instellingen.Verplicht("Gemeente:Code", "de vier cijfers van het CBS");
                builder.AddVerbinding(partner, sectie, regels);
                builder.Services.AddSingleton(sp => new Envelop(gemeente, partner, sp.GetRequiredService<TimeProvider>()));
                builder.Services.AddSingleton<ITransport, Ggkverbinding>();
                break;
            case "map":
                var uit = instellingen.Verplicht($"{sectie}:Map:Uit", $"de map waar de berichten voor {partner} in komen");
                var inkomend = instellingen.Verplicht($"{sectie}:Map:In", $"de map waar de berichten van {partner} in staan");
                builder.Services.AddSingleton<ITransport>(sp => ActivatorUtilities.CreateInstance<Uitmap>(sp, uit));
                builder.Services.AddSingleton(
                    new Inmapinstelling(inkomend, instellingen.GetValue($"{sectie}:Map:Peiling", TimeSpan.FromSeconds(5))));
                builder.Services.AddHostedService<Inmap>();
                break;
            default:
                throw new InvalidOperationException($"Stel {sectie}:Transport in: https, ggk of map.");
        }
    }

    private static void AddVerbinding(this IHostApplicationBuilder builder, string partner, string sectie, Verkeersregels regels)
    {
        var adres = builder.VerplichtAdres($"{sectie}:Adres", $"waar de berichten voor {partner} heen gaan");
        var tls = builder.Configuration.LeesTls(sectie, intrekking: true);
        builder.Services.AddHttpClient(Verbinding.Client, c =>
        {
            c.BaseAddress = adres;
            // The sender tries again by itself. A retry inside an attempt would hide that its outcome is unknown.
            c.Timeout = regels.Geduld;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            SslOptions = tls,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
        });
    }
}
